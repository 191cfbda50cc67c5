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
import { GRPC_STATUS, grpcDetails, isGrpcStatus } from '../temporal/connection/grpc-status';
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
    const message =
      subject.call === undefined
        ? `There is no run with the id "${workflowId}" in ${where}.`
        : `No run with the id "${workflowId}" in ${where} can take ${subject.call}: there is none, or it has ended.`;
    return new ClientError(message, { code: 'not-found', cause: error });
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

/** Failures of the transport, by gRPC's status. */
function explainStatus(error: unknown, subject: Subject): unknown {
  const { server, workflowId = '', call = 'this' } = subject;
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    withStatus(error, 'DEADLINE_EXCEEDED') !== undefined
  ) {
    return new ClientError(
      `No worker answered ${call} for the run "${workflowId}". Is a worker running for its task queue and type?`,
      { code: 'no-answer', cause: error },
    );
  }
  if (withStatus(error, 'UNIMPLEMENTED')) {
    return new ClientError(`The server at ${server.address} cannot do this: ${call}.`, {
      code: 'unsupported',
      cause: error,
    });
  }
  const refusal = withStatus(error, ...unreachable);
  if (refusal) return explainConnectionError(refusal, server);
  const unable = subject.call === undefined ? undefined : withStatus(error, ...unableToAnswer);
  return unable ? cannotAnswer(unable, subject) : error;
}

/** Worker and server are there, and there is no answer: the run's workflow task fails, or too many ask at once. */
function cannotAnswer(cause: Error, { workflowId = '', call = 'this' }: Subject): ClientError {
  return new ClientError(
    `The run "${workflowId}" cannot answer ${call} now: ${grpcDetails(cause)} Look in the Temporal UI whether its ` +
      'workflow task fails, and why; otherwise ask again.',
    { code: 'no-answer', cause },
  );
}

const unreachable = ['NOT_FOUND', 'PERMISSION_DENIED', 'UNAVAILABLE', 'UNAUTHENTICATED'] as const;
const unableToAnswer = [
  'FAILED_PRECONDITION',
  'RESOURCE_EXHAUSTED',
  'ABORTED',
  'INTERNAL',
  'UNKNOWN',
] as const;

/** The call's own error, wrapped by Temporal's client or raw. */
function withStatus(error: unknown, ...statuses: readonly (keyof typeof GRPC_STATUS)[]): Error | undefined {
  return [...causesOf(error)].find((cause) => statuses.some((status) => isGrpcStatus(cause, status)));
}

/** Raw calls, below Temporal's client, say it by the status alone. */
function isRunNotFound(error: unknown): boolean {
  const raw = withStatus(error, 'NOT_FOUND');
  return raw !== undefined && !/namespace/i.test(raw.message);
}

/** As gRPC would have said it; Temporal's client drops the status. */
function notFound(error: Error): Error {
  return Object.assign(new Error(error.message, { cause: error }), { code: GRPC_STATUS.NOT_FOUND });
}

function processFailed(error: WorkflowFailedError, run: string): ProcessFailedError {
  const { cause } = error;
  const outcome = outcomeOf(cause);
  const bpmnError = asBpmnError(cause);
  const innermost = [...causesOf(cause)].at(-1);
  const why = bpmnError ? `BPMN error ${bpmnError.code}: ${bpmnError.message}` : innermost?.message;
  return new ProcessFailedError(`${run} ${verbs[outcome]}${why ? `: ${why}` : '.'}`, {
    outcome,
    failureType: failureTypeOf(cause),
    bpmnError,
    cause: error,
  });
}

const verbs: Readonly<Record<ProcessFailedError['outcome'], string>> = {
  failed: 'failed',
  cancelled: 'was cancelled',
  terminated: 'was terminated',
  'timed-out': 'timed out',
};

function outcomeOf(cause: unknown): ProcessFailedError['outcome'] {
  if (cause instanceof CancelledFailure) return 'cancelled';
  if (cause instanceof TerminatedFailure) return 'terminated';
  return cause instanceof TimeoutFailure ? 'timed-out' : 'failed';
}

const updateCodes: Readonly<Record<string, ClientErrorCode>> = {
  [FailureType.IncidentGone]: 'incident-gone',
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

/** The outermost that there is: Temporal's own failures, which wrap an activity's or a called process's, have none. */
function failureTypeOf(failure: unknown): string | undefined {
  const types = [...causesOf(failure)].map((cause) => (cause as { type?: unknown }).type);
  return types.find((type): type is string => typeof type === 'string');
}
