import { isCancellation, TemporalFailure } from '@temporalio/workflow';
import { asBpmnError, type BpmnErrorInfo } from '../shared/bpmn-error';
import { causesOf } from '../shared/causes';
import { cancellationOf } from './cancel-event';
import { takePayload, variablesHere } from './payload';
import type { Run } from './run';
import type { ErrorTrigger, TechnicalFailureTrigger } from './thrown';

export type CatchingTrigger = ErrorTrigger | TechnicalFailureTrigger;

interface ErrorEvent {
  readonly id: string;
  readonly trigger: CatchingTrigger | { readonly kind: string };
}

/** What was thrown, as events see it. */
interface Caught extends BpmnErrorInfo {
  readonly technical: boolean;
}

/**
 * The event that catches an error, if there is one: a BPMN error, or a technical failure where an event asks for those.
 * One with the code is meant before one without. A BPMN error's variables become variables of the process.
 */
export function catchError<Event extends ErrorEvent>(
  run: Run,
  error: unknown,
  events: readonly Event[],
): Event | undefined {
  const caught = caughtFrom(error);
  if (!caught) return undefined;
  const candidates = events.flatMap((event) => {
    const { trigger } = event;
    return isCatching(trigger) && catches(trigger, caught) ? [{ event, ...trigger }] : [];
  });
  const entry = candidates.find(({ code }) => code !== undefined) ?? candidates[0];
  if (!entry) return undefined;
  run.progress.pass(entry.event.id);
  takePayload(entry.event.trigger, caught.variables, variablesHere(run));
  entry.caught?.({ code: caught.code, message: caught.message, variables: caught.variables });
  return entry.event;
}

/** Whether one of these triggers would catch it. */
export function isCaughtBy(triggers: readonly CatchingTrigger[], error: unknown): boolean {
  const caught = caughtFrom(error);
  return caught !== undefined && triggers.some((trigger) => catches(trigger, caught));
}

function caughtFrom(error: unknown): Caught | undefined {
  const bpmn = asBpmnError(error);
  if (bpmn) return { ...bpmn, technical: false };
  if (!(error instanceof TemporalFailure) || isCancellation(error) || cancellationOf(error)) return undefined;
  const cause = [...causesOf(error)].at(-1) as Error & { readonly type?: unknown };
  const code = typeof cause.type === 'string' ? cause.type : cause.name;
  return { technical: true, code, message: cause.message, variables: {} };
}

export function isCatching(trigger: ErrorEvent['trigger']): trigger is CatchingTrigger {
  return trigger.kind === 'error' || trigger.kind === 'technicalFailure';
}

function catches({ kind, code }: CatchingTrigger, caught: Caught): boolean {
  if (caught.technical) {
    return kind === 'technicalFailure' && (code === undefined || isNamed(code, caught.code));
  }
  return code === undefined ? kind === 'error' : code === caught.code;
}

/** TypeScript has no packages: `com.acme.PaymentException` is what activities throw as `PaymentException`. */
function isNamed(wanted: string, type: string): boolean {
  return wanted === type || wanted.slice(wanted.lastIndexOf('.') + 1) === type;
}
