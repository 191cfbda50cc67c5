import {
  QueryNotRegisteredError,
  WorkflowFailedError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import {
  CancelledFailure,
  NamespaceNotFoundError,
  TerminatedFailure,
  TimeoutFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/common';
import { asBpmnError } from '../shared/bpmn-error';
import { causesOf } from '../shared/causes';
import { FailureType } from '../shared/errors';
import type { MisfitDetails } from '../shared/misfit';
import { explainConnectionError, type ServerConnection } from '../temporal';
import { ClientError, InvalidInputError, ProcessFailedError, type ClientErrorCode } from './errors';

/** What a failed call was about, for the message. */
export interface Subject {
  readonly server: ServerConnection;
  readonly workflowId?: string;
  readonly type?: string;
  /** As in a sentence: `query "state"`. */
  readonly call?: string;
}

/** Runs a call of Temporal's client; what it throws comes out as an error that says what to do. */
export async function explained<T>(subject: Subject, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw explain(error, subject);
  }
}

/** Temporal's error in terms of what the caller did; an error that is not known comes back as it is. */
export function explain(error: unknown, subject: Subject): unknown {
  const { server, workflowId = '', type = 'The process' } = subject;
  const where = `namespace "${server.namespace}" at ${server.address}`;
  if (error instanceof WorkflowExecutionAlreadyStartedError) {
    return new ClientError(
      `A run with the id "${workflowId}" is open already in ${where}. Start with another id or business key, or work ` +
        'with the open one; options workflowIdReusePolicy and workflowIdConflictPolicy change what happens.',
      { code: 'already-started', cause: error },
    );
  }
  if (error instanceof WorkflowNotFoundError || isRunNotFound(error)) {
    return new ClientError(`There is no ${openRun(subject)} with the id "${workflowId}" in ${where}.`, {
      code: 'not-found',
      cause: error,
    });
  }
  if (error instanceof NamespaceNotFoundError) return explainConnectionError(notFound(error), server);
  if (error instanceof WorkflowFailedError) return processFailed(error, `${type} (${workflowId})`);
  if (error instanceof WorkflowUpdateFailedError) return refused(error, subject);
  if (error instanceof QueryNotRegisteredError) {
    return new ClientError(
      `The run "${workflowId}" does not know ${subject.call ?? 'this query'}: ${error.message}`,
      {
        code: 'no-answer',
        cause: error,
      },
    );
  }
  return explainStatus(error, subject);
}

function openRun({ call }: Subject): string {
  return call === undefined ? 'run' : `open run to ask for ${call}`;
}

/** Failures of the transport, by gRPC's status. */
function explainStatus(error: unknown, { server, workflowId = '', call = 'this' }: Subject): unknown {
  const status = statusOf(error);
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || status === grpc.deadlineExceeded) {
    return new ClientError(
      `No worker answered ${call} for the run "${workflowId}". Is a worker running for its task queue and type?`,
      { code: 'no-answer', cause: error },
    );
  }
  if (status === grpc.unimplemented) {
    return new ClientError(`The server at ${server.address} cannot do this: ${call}.`, {
      code: 'unsupported',
      cause: error,
    });
  }
  if (status !== undefined && unreachable.includes(status)) {
    const [cause] = [...causesOf(error)].filter((one) => 'details' in one);
    return explainConnectionError(cause ?? error, server);
  }
  return error;
}

const grpc = {
  deadlineExceeded: 4,
  notFound: 5,
  permissionDenied: 7,
  unimplemented: 12,
  unavailable: 14,
  unauthenticated: 16,
};
const unreachable = [grpc.notFound, grpc.permissionDenied, grpc.unavailable, grpc.unauthenticated];

/** Raw calls, below Temporal's client, say it by the status alone. */
function isRunNotFound(error: unknown): boolean {
  const [raw] = [...causesOf(error)].filter((cause) => 'code' in cause && cause.code === grpc.notFound);
  return raw !== undefined && !raw.message.includes('amespace');
}

/** The first gRPC status in the chain of causes. */
export function statusOf(error: unknown): number | undefined {
  for (const cause of causesOf(error)) {
    if ('code' in cause && typeof cause.code === 'number') return cause.code;
  }
  return undefined;
}

/** As gRPC would have said it; Temporal's client drops the status. */
function notFound(error: Error): Error {
  return Object.assign(new Error(error.message, { cause: error }), { code: grpc.notFound });
}

function processFailed(error: WorkflowFailedError, run: string): ProcessFailedError {
  const { cause } = error;
  const bpmnError = asBpmnError(cause);
  const innermost = [...causesOf(cause)].at(-1);
  const outcome =
    cause instanceof CancelledFailure
      ? 'cancelled'
      : cause instanceof TerminatedFailure
        ? 'terminated'
        : cause instanceof TimeoutFailure
          ? 'timed-out'
          : 'failed';
  const why = bpmnError ? `BPMN error ${bpmnError.code}: ${bpmnError.message}` : innermost?.message;
  const verb = outcome === 'failed' || outcome === 'timed-out' ? outcome.replace('-', ' ') : `was ${outcome}`;
  return new ProcessFailedError(`${run} ${verb}${why ? `: ${why}` : '.'}`, {
    outcome,
    failureType: failureTypeOf(cause),
    bpmnError,
    cause: error,
  });
}

const updateCodes: Readonly<Record<string, ClientErrorCode>> = {
  [FailureType.TaskGone]: 'task-gone',
  [FailureType.TaskNotAllowed]: 'task-not-allowed',
};

function refused(
  error: WorkflowUpdateFailedError,
  { workflowId = '', call = 'the update' }: Subject,
): ClientError {
  const { cause } = error;
  const type = failureTypeOf(cause);
  const message = cause?.message ?? error.message;
  if (type === FailureType.InvalidInput) {
    const details = (cause as { details?: readonly unknown[] }).details?.[0] as
      Partial<MisfitDetails> | undefined;
    return new InvalidInputError(message, {
      problems: details?.problems ?? [{ path: '', message }],
      cause: error,
    });
  }
  const code = updateCodes[type ?? ''] ?? 'refused';
  return new ClientError(
    code === 'refused' ? `The run "${workflowId}" refused ${call}: ${message}` : message,
    {
      code,
      cause: error,
    },
  );
}

function failureTypeOf(failure: unknown): string | undefined {
  const type = (failure as { type?: unknown } | undefined)?.type;
  return typeof type === 'string' ? type : undefined;
}
