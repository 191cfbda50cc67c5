import type { BpmnErrorInfo } from '../shared/bpmn-error';
import { CodedError, isCodedError } from '../shared/coded-error';
import type { Problem } from '../shared/schema';

/**
 * What went wrong, by consequence for the caller:
 * - `invalid-input`: the payload does not fit its schema; nothing was sent, or nothing was changed ({@link InvalidInputError}).
 * - `too-large`: the payload has more than 80 % of the 2 MB that Temporal takes; nothing was sent.
 * - `already-started`: a run with this id is open.
 * - `not-found`: there is no such run, or it is closed.
 * - `task-gone`: the human task is completed, cancelled, or was never there.
 * - `task-not-allowed`: this person may not do that to the task.
 * - `incident-gone`: the incident is resolved, its branch was interrupted, or it was never there.
 * - `process-failed`: the run ended otherwise than by its result ({@link ProcessFailedError}).
 * - `refused`: an update was refused, for a reason of the process's own.
 * - `no-answer`: the run has no worker that answers, its workflow task fails, or it does not know the query or update.
 * - `invalid-timer`: a timer that starts a process says nothing that a schedule can keep.
 * - `unsupported`: the server cannot do this, or lacks the search attributes for it.
 */
export type ClientErrorCode =
  | 'invalid-input'
  | 'too-large'
  | 'already-started'
  | 'not-found'
  | 'task-gone'
  | 'task-not-allowed'
  | 'incident-gone'
  | 'process-failed'
  | 'refused'
  | 'no-answer'
  | 'invalid-timer'
  | 'unsupported';

/**
 * A client's request that could not be met; the message says what, where and what to do, `cause` is Temporal's error.
 * Problems with the server itself are `ServerError`s (batonflow/temporal).
 */
export class ClientError extends CodedError<ClientErrorCode> {
  override readonly name = 'ClientError';
}

/** A payload that does not fit its schema. */
export class InvalidInputError extends ClientError {
  override readonly code = 'invalid-input';
  readonly problems: readonly Problem[];

  constructor(message: string, options: { readonly problems: readonly Problem[]; readonly cause?: unknown }) {
    super(message, { ...options, code: 'invalid-input' });
    this.problems = options.problems;
  }
}

/** A run that ended otherwise than by its result. */
export class ProcessFailedError extends ClientError {
  override readonly code = 'process-failed';
  readonly outcome: 'failed' | 'cancelled' | 'terminated' | 'timed-out';
  /** `type` of the failure that ended the run: one of `FailureType`, or the process's own. */
  readonly failureType: string | undefined;
  /** The BPMN error that nothing caught, if that was it. */
  readonly bpmnError: BpmnErrorInfo | undefined;

  constructor(
    message: string,
    options: Pick<ProcessFailedError, 'outcome' | 'failureType' | 'bpmnError'> & { readonly cause: unknown },
  ) {
    super(message, { cause: options.cause, code: 'process-failed' });
    this.outcome = options.outcome;
    this.failureType = options.failureType;
    this.bpmnError = options.bpmnError;
  }
}

interface ByCode {
  'invalid-input': InvalidInputError;
  'process-failed': ProcessFailedError;
}

/**
 * Whether `error` is a {@link ClientError}, of that code if one is given. Holds across copies of this module.
 *
 * @example
 * if (isClientError(error, 'invalid-input')) console.log(error.problems);
 */
export function isClientError<Code extends ClientErrorCode = ClientErrorCode>(
  error: unknown,
  code?: Code,
): error is Code extends keyof ByCode ? ByCode[Code] : ClientError {
  return isCodedError(error, 'ClientError', code);
}
