import { defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils';
import { asBpmnError } from 'batonflow/contract';
import type { Executed } from './judge';

export type HistoryEvent = NonNullable<History['events']>[number];

export interface Work {
  /** What the run is doing; undefined if it only waits, for time or for something from outside. */
  readonly busy?: string;
  /** Its code throws what Temporal takes for a bug, and tries again and again. */
  readonly stuck?: string;
}

/** Reads from a history what is under way. Children are no work of the run that started them: they are runs themselves. */
export function workUnderWay(events: readonly HistoryEvent[]): Work {
  if (isEnd(events.at(-1))) return {};
  const open = new Map<number, string>();
  for (const event of events) {
    const { eventId, workflowTaskFailedEventAttributes: failed } = event;
    if (failed && !wasTooEarly(failed)) return { stuck: failed.failure?.message ?? 'a workflow task failed' };
    const begun = BEGINNINGS.find(([attributes]) => event[attributes]);
    if (begun) open.set(Number(eventId), begun[1]);
    for (const [attributes, beginning] of ENDINGS) {
      const begunBy = (event[attributes] as Record<string, unknown> | null | undefined)?.[beginning];
      if (begunBy !== undefined) open.delete(Number(begunBy));
    }
  }
  const [busy] = open.values();
  return busy === undefined ? {} : { busy };
}

/** As Temporal's API numbers the causes. */
const UNHANDLED_COMMAND = 1;

/** A workflow that wanted to end while something came in for it: the server lets it look again. */
function wasTooEarly({ cause }: NonNullable<HistoryEvent['workflowTaskFailedEventAttributes']>): boolean {
  return (cause as number | null | undefined) === UNHANDLED_COMMAND;
}

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

const BEGINNINGS: readonly (readonly [Attributes, string])[] = [
  ['workflowTaskScheduledEventAttributes', 'a workflow task'],
  ['activityTaskScheduledEventAttributes', 'an activity'],
  ['startChildWorkflowExecutionInitiatedEventAttributes', 'the start of a child'],
  ['signalExternalWorkflowExecutionInitiatedEventAttributes', 'a signal to another run'],
  ['requestCancelExternalWorkflowExecutionInitiatedEventAttributes', 'the cancellation of another run'],
];

/** What ends them, with the attribute that says which. */
const ENDINGS: readonly (readonly [Attributes, 'scheduledEventId' | 'initiatedEventId'])[] = [
  ['workflowTaskCompletedEventAttributes', 'scheduledEventId'],
  ['workflowTaskTimedOutEventAttributes', 'scheduledEventId'],
  ['workflowTaskFailedEventAttributes', 'scheduledEventId'],
  ['activityTaskCompletedEventAttributes', 'scheduledEventId'],
  ['activityTaskFailedEventAttributes', 'scheduledEventId'],
  ['activityTaskTimedOutEventAttributes', 'scheduledEventId'],
  ['activityTaskCanceledEventAttributes', 'scheduledEventId'],
  ['childWorkflowExecutionStartedEventAttributes', 'initiatedEventId'],
  ['startChildWorkflowExecutionFailedEventAttributes', 'initiatedEventId'],
  ['externalWorkflowExecutionSignaledEventAttributes', 'initiatedEventId'],
  ['signalExternalWorkflowExecutionFailedEventAttributes', 'initiatedEventId'],
  ['externalWorkflowExecutionCancelRequestedEventAttributes', 'initiatedEventId'],
  ['requestCancelExternalWorkflowExecutionFailedEventAttributes', 'initiatedEventId'],
];

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
