import type { History } from '@temporalio/common/lib/proto-utils';

export type HistoryEvent = NonNullable<History['events']>[number];

/** An activity that was scheduled and whose end is not in the history. */
export interface OpenActivity {
  readonly id: string;
  readonly type: string;
  readonly retryPolicy: RetryPolicy;
}

/** As the server has completed it. */
export interface RetryPolicy {
  /** Milliseconds. */
  readonly initialInterval: number;
  readonly backoffCoefficient: number;
  /** Milliseconds; undefined without a bound. */
  readonly maximumInterval: number | undefined;
  /** 0 without a bound. */
  readonly maximumAttempts: number;
}

export interface Work {
  /** What the run is doing besides activities; undefined if it only waits, for time or for something from outside. */
  readonly busy?: string;
  /** Its code throws what Temporal takes for a bug, and tries again and again. */
  readonly stuck?: string;
  readonly activities: readonly OpenActivity[];
  /** Workflow ids of children that were started and of whose end the run has not heard. What they do is their own work. */
  readonly children: readonly string[];
}

/** Reads from a history what is under way. */
export function workUnderWay(events: readonly HistoryEvent[]): Work {
  if (isEnd(events.at(-1))) return { activities: [], children: [] };
  const open = new Map<number, string>();
  const activities = new Map<number, OpenActivity>();
  const children = new Map<number, string>();
  for (const event of events) {
    const { eventId, workflowTaskFailedEventAttributes: failed } = event;
    if (failed && !wasTooEarly(failed)) {
      return { stuck: failed.failure?.message ?? 'a workflow task failed', activities: [], children: [] };
    }
    const begun = BEGINNINGS.find(([attributes]) => event[attributes]);
    if (begun) open.set(Number(eventId), begun[1]);
    const activity = openActivity(event);
    if (activity) activities.set(Number(eventId), activity);
    const child = event.childWorkflowExecutionStartedEventAttributes;
    if (child) children.set(Number(child.initiatedEventId), child.workflowExecution?.workflowId ?? '');
    for (const [attributes, beginning] of ENDINGS) {
      const begunBy = (event[attributes] as Record<string, unknown> | null | undefined)?.[beginning];
      if (begunBy === undefined) continue;
      open.delete(Number(begunBy));
      activities.delete(Number(begunBy));
    }
    for (const attributes of ENDS_OF_CHILDREN) children.delete(Number(event[attributes]?.initiatedEventId));
  }
  const [busy] = open.values();
  return {
    ...(busy !== undefined && { busy }),
    activities: [...activities.values()],
    children: [...children.values()],
  };
}

function openActivity({
  activityTaskScheduledEventAttributes: scheduled,
}: HistoryEvent): OpenActivity | undefined {
  if (!scheduled) return undefined;
  const { initialInterval, backoffCoefficient, maximumInterval, maximumAttempts } =
    scheduled.retryPolicy ?? {};
  return {
    id: scheduled.activityId ?? '',
    type: scheduled.activityType?.name ?? '',
    retryPolicy: {
      initialInterval: milliseconds(initialInterval) ?? 1000,
      backoffCoefficient: backoffCoefficient || 2,
      maximumInterval: milliseconds(maximumInterval),
      maximumAttempts: maximumAttempts ?? 0,
    },
  };
}

interface ProtoDuration {
  readonly seconds?: unknown;
  readonly nanos?: number | null;
}

function milliseconds(duration: ProtoDuration | null | undefined): number | undefined {
  if (!duration) return undefined;
  const value = Number(duration.seconds ?? 0) * 1000 + (duration.nanos ?? 0) / 1e6;
  return value > 0 ? value : undefined;
}

/** As Temporal's API numbers the causes. */
const UNHANDLED_COMMAND = 1;

/** A workflow that wanted to end while something came in for it: the server lets it look again. */
function wasTooEarly({ cause }: NonNullable<HistoryEvent['workflowTaskFailedEventAttributes']>): boolean {
  return (cause as number | null | undefined) === UNHANDLED_COMMAND;
}

type Attributes = keyof HistoryEvent & `${string}EventAttributes`;

const BEGINNINGS: readonly (readonly [Attributes, string])[] = [
  ['workflowTaskScheduledEventAttributes', 'a workflow task'],
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

const ENDS_OF_CHILDREN = [
  'childWorkflowExecutionCompletedEventAttributes',
  'childWorkflowExecutionFailedEventAttributes',
  'childWorkflowExecutionTimedOutEventAttributes',
  'childWorkflowExecutionCanceledEventAttributes',
  'childWorkflowExecutionTerminatedEventAttributes',
] as const satisfies readonly Attributes[];

const ENDS: readonly Attributes[] = [
  'workflowExecutionCompletedEventAttributes',
  'workflowExecutionFailedEventAttributes',
  'workflowExecutionTimedOutEventAttributes',
  'workflowExecutionCanceledEventAttributes',
  'workflowExecutionTerminatedEventAttributes',
  'workflowExecutionContinuedAsNewEventAttributes',
];

export function isEnd(event: HistoryEvent | undefined): boolean {
  return event !== undefined && ENDS.some((attributes) => event[attributes]);
}
