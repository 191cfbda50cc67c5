import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { causesOf } from './causes';
import { FailureType, type BpmnErrorDetails } from './errors';

export interface BpmnErrorOptions {
  /** For people; default: the code. */
  readonly message?: string;
  /** Handed to the boundary event or event sub-process that catches the error. Must be JSON. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A BPMN error as its catcher sees it. */
export interface BpmnErrorInfo {
  readonly code: string;
  readonly message: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether something that an expression has given can be the code of an error or escalation. */
export function isCode(code: unknown): code is string {
  return typeof code === 'string' && code !== '';
}

/** An error or escalation without a code would quietly mean another one than that which is meant. */
export function codeFailure(what: string, code: unknown): ApplicationFailure {
  const given = code === '' ? 'an empty text' : code === null ? 'null' : typeof code;
  return ApplicationFailure.create({
    type: FailureType.ExpressionFailed,
    message: `The code of a thrown ${what} is ${given}, and must be a text.`,
    nonRetryable: true,
  });
}

/**
 * Makes a BPMN error to throw, from an activity or from workflow code: an outcome that the process handles (the card
 * was declined), as against a technical failure (the bank does not answer). The innermost `guard` with a trigger for
 * its code catches it; uncaught, it fails the run.
 *
 * In Temporal's terms: a non-retryable `ApplicationFailure` of type `BpmnError` with the benign category, so that the
 * worker's log and metrics do not count it as a fault. `details[0]` is a `BpmnErrorDetails`.
 *
 * @throws nothing; without a text as its code it makes a failure `ExpressionFailed` instead, which no catcher takes.
 * @example
 * throw bpmnError('CARD_DECLINED', { message: 'The bank said no', variables: { reason } });
 */
export function bpmnError(code: string, options: BpmnErrorOptions = {}): ApplicationFailure {
  if (!isCode(code)) return codeFailure('BPMN error', code);
  const details: BpmnErrorDetails = {
    batonBpmnError: true,
    code,
    ...(options.variables && { variables: options.variables }),
  };
  return ApplicationFailure.create({
    type: FailureType.BpmnError,
    message: options.message ?? code,
    nonRetryable: true,
    details: [details],
    category: ApplicationFailureCategory.BENIGN,
  });
}

/**
 * The BPMN error that `error` is or was caused by (an activity's or a child's failure wraps it), or undefined for a
 * technical failure. Looks at the marker in the details, not at classes, which do not survive the sandbox.
 */
export function asBpmnError(error: unknown): BpmnErrorInfo | undefined {
  for (const cause of causesOf(error)) {
    const details = (cause as { details?: unknown }).details;
    const first: unknown = Array.isArray(details) ? details[0] : undefined;
    if (isBpmnErrorDetails(first)) {
      return { code: first.code, message: cause.message, variables: first.variables ?? {} };
    }
  }
  return undefined;
}

function isBpmnErrorDetails(value: unknown): value is BpmnErrorDetails {
  return typeof value === 'object' && value !== null && 'batonBpmnError' in value && 'code' in value;
}
