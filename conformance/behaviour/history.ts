import { defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils';
import { asBpmnError } from 'batonflow/contract';
import type { Executed } from './judge';

export type HistoryEvent = NonNullable<History['events']>[number];

/** How a run ended, if it has. */
export function endOf(events: readonly HistoryEvent[]): Pick<Executed, 'status' | 'failure' | 'errorCode'> {
  const last = events.at(-1);
  if (!isEnd(last)) return { status: 'running' };
  if (last?.workflowExecutionCompletedEventAttributes) return { status: 'completed' };
  const failure = last?.workflowExecutionFailedEventAttributes?.failure;
  if (!failure) return { status: 'failed' };
  const error = defaultFailureConverter.failureToError(failure, defaultPayloadConverter);
  const code = asBpmnError(error)?.code;
  return { status: 'failed', failure: error.message, ...(code !== undefined && { errorCode: code }) };
}

type Attributes = keyof HistoryEvent & `${string}EventAttributes`;

const ENDS: readonly Attributes[] = [
  'workflowExecutionCompletedEventAttributes',
  'workflowExecutionFailedEventAttributes',
  'workflowExecutionTimedOutEventAttributes',
  'workflowExecutionCanceledEventAttributes',
  'workflowExecutionTerminatedEventAttributes',
];

function isEnd(event: HistoryEvent | undefined): boolean {
  return event !== undefined && ENDS.some((attributes) => event[attributes]);
}
