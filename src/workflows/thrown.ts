import type { BpmnErrorInfo } from '../shared/bpmn-error';

/*
 * Triggers that are not waited for: code of the run throws them, and what is around that code catches them.
 */

/** A BPMN error. */
export interface ErrorTrigger {
  readonly kind: 'error';
  readonly code?: string;
  readonly caught?: (error: BpmnErrorInfo) => void;
}

/** What failed technically: an activity without attempts left, a called process, a script. */
export interface TechnicalFailureTrigger {
  readonly kind: 'technicalFailure';
  readonly code?: string;
  readonly caught?: (failure: BpmnErrorInfo) => void;
}

/** An escalation, which does not fail what throws it. */
export interface EscalationTrigger {
  readonly kind: 'escalation';
  readonly code?: string;
  readonly caught?: (code: string | undefined) => void;
}

/** A transaction that was cancelled; for `guard` only. */
export interface CancelTrigger {
  readonly kind: 'cancel';
}

/** The scope is to be undone after it has completed; for `scope` only. */
export interface CompensationTrigger {
  readonly kind: 'compensation';
}

/**
 * Catches the BPMN error with this code, or any BPMN error without one; never technical failures. The variables that the
 * error carries become variables of the process; `caught` gets code and message as well.
 *
 * @example
 * const outcome = await guard(() => task('Charge', activities.chargeCard, order), {
 *   Declined: error('CARD_DECLINED', ({ message }) => { vars.reason = message; }),
 * });
 */
export function error(code?: string, caught?: (error: BpmnErrorInfo) => void): ErrorTrigger {
  return { kind: 'error', ...(code !== undefined && { code }), ...(caught && { caught }) };
}

/**
 * Catches technical failures: an activity that has no attempts left, a process that was called and failed, a script that
 * could not be run; with a type only the `ApplicationFailure`s of that type (a class name with its package also stands
 * for the bare class name), and BPMN errors that have it as their code. A bare `error()` never catches these. It stands
 * for boundary events of Camunda 7 that name a Java exception.
 *
 * @example
 * await guard(() => task('Ship', activities.ship, order), { Broken: technicalFailure() });
 */
export function technicalFailure(
  type?: string,
  caught?: (failure: BpmnErrorInfo) => void,
): TechnicalFailureTrigger {
  return { kind: 'technicalFailure', ...(type !== undefined && { code: type }), ...(caught && { caught }) };
}

/**
 * Catches the escalation with this code, or any escalation without one.
 *
 * @example
 * await guard(() => scope('Approve', approve), {
 *   TooLate: { on: escalation('TOO_LATE'), run: () => task('Call', activities.callManager, vars) },
 * });
 */
export function escalation(code?: string, caught?: (code: string | undefined) => void): EscalationTrigger {
  return { kind: 'escalation', ...(code !== undefined && { code }), ...(caught && { caught }) };
}

/**
 * Catches that the transaction was cancelled by `throw cancel(…)` in it: when everything in it has ended and what was
 * done in it has been undone.
 *
 * @example
 * const outcome = await guard(() => scope('Book', book), { Cancelled: cancelled() });
 */
export function cancelled(): CancelTrigger {
  return { kind: 'cancel' };
}

/**
 * Event sub-process that undoes the scope it belongs to, in place of the handlers in the scope; `compensate()` in it runs
 * those.
 *
 * @example
 * await scope('Ship', ship, { Undo: { on: compensation(), run: () => task('Recall', activities.recall, vars) } });
 */
export function compensation(): CompensationTrigger {
  return { kind: 'compensation' };
}

interface Coded {
  readonly kind: string;
  readonly code?: string;
}

/** What catches a code: an entry with the code is more specific than one without. */
export function catching<Entry extends Coded>(
  entries: readonly Entry[],
  kind: Entry['kind'],
  code: string | undefined,
): Entry | undefined {
  const candidates = entries.filter((entry) => entry.kind === kind);
  return (
    candidates.find((entry) => entry.code !== undefined && entry.code === code) ??
    candidates.find((entry) => entry.code === undefined)
  );
}
