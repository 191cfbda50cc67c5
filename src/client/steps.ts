import type { History } from '@temporalio/common/lib/proto-utils';
import { elementName } from '../shared/element-name';
import type { HumanTask } from '../shared/human-tasks';
import type { ProcessSpec } from '../shared/process-contract';
import { MESSAGE_SIGNAL, SEARCH_ATTRIBUTES, TASK_UPDATES } from '../shared/names';

export type StepKind = 'process' | 'activity' | 'timer' | 'message' | 'signal' | 'task' | 'update' | 'child';

export type StepState =
  | 'started'
  | 'completed'
  | 'failed'
  | 'timed-out'
  | 'cancelled'
  | 'terminated'
  /** The process goes on in a new run, with a new history. */
  | 'continued'
  /** An activity had to be tried again; `attempt` says how often by now, `failure` why. */
  | 'retried'
  | 'received'
  | 'refused'
  | 'opened'
  | 'claimed'
  | 'delegated'
  | 'resolved'
  | 'changed'
  | 'commented'
  | 'unclaimed'
  | 'assigned';

/** One thing that happened in a run, as its history tells it. */
export interface Step {
  readonly kind: StepKind;
  readonly state: StepState;
  /**
   * What it happened to: activity id, timer id, name of the message, workflow id; of a human task `<element>#<occurrence>`
   * with the scopes around it, but its element where it is opened.
   */
  readonly id: string;
  /** As the Temporal UI names it: the element's name where the process gave one. */
  readonly name: string;
  /** Of a human task. */
  readonly element?: string;
  readonly at: Date;
  readonly runId: string;
  readonly eventId: number;
  readonly attempt?: number;
  readonly failure?: { readonly type: string | undefined; readonly message: string };
}

export type HistoryEvent = NonNullable<History['events']>[number];
type Payload = NonNullable<NonNullable<HistoryEvent['userMetadata']>['summary']>;

/** Reads a payload by the client's data converter; undefined for none, and for one that cannot be read. */
export type DecodePayload = (payload: Payload | null | undefined) => Promise<unknown>;

type Told = Pick<Step, 'kind' | 'state' | 'id' | 'name'> &
  Partial<Pick<Step, 'element' | 'attempt' | 'failure'>>;
type Subject = Pick<Step, 'kind' | 'id' | 'name'> & { attempt?: number };

/** Turns the events of a history, in order, into steps. */
export class StepReader {
  readonly #decode: DecodePayload;
  readonly #contract: ProcessSpec | undefined;
  /** What later events refer to by the number of the event that began it. */
  readonly #begun = new Map<string, Subject>();
  #openTasks: readonly string[] = [];
  #process: Subject = { kind: 'process', id: '', name: '' };
  #runId = '';

  constructor(decode: DecodePayload, contract: ProcessSpec | undefined) {
    this.#decode = decode;
    this.#contract = contract;
  }

  async read(event: HistoryEvent): Promise<Step[]> {
    const told =
      this.#ofProcess(event) ??
      (await this.#ofActivity(event)) ??
      (await this.#ofTimer(event)) ??
      (await this.#ofSignal(event)) ??
      (await this.#ofUpdate(event)) ??
      (await this.#ofTasks(event)) ??
      this.#ofChild(event) ??
      [];
    return told.map((step) => ({
      ...step,
      at: dateOf(event),
      runId: this.#runId,
      eventId: Number(event.eventId),
    }));
  }

  #ofProcess(event: HistoryEvent): Told[] | undefined {
    const started = event.workflowExecutionStartedEventAttributes;
    if (started) {
      this.#runId = started.originalExecutionRunId ?? '';
      this.#begun.clear();
      this.#openTasks = [];
      const name = started.workflowType?.name ?? '';
      this.#process = { kind: 'process', id: started.workflowId ?? '', name };
      return [{ ...this.#process, state: 'started' }];
    }
    const end = (state: StepState, failure?: Failure) => [{ ...this.#process, state, ...failed(failure) }];
    if (event.workflowExecutionCompletedEventAttributes) return end('completed');
    if (event.workflowExecutionFailedEventAttributes)
      return end('failed', event.workflowExecutionFailedEventAttributes.failure);
    if (event.workflowExecutionTimedOutEventAttributes) return end('timed-out');
    if (event.workflowExecutionCanceledEventAttributes) return end('cancelled');
    if (event.workflowExecutionTerminatedEventAttributes) {
      const { reason } = event.workflowExecutionTerminatedEventAttributes;
      return end('terminated', reason ? { message: reason } : undefined);
    }
    if (event.workflowExecutionContinuedAsNewEventAttributes) return end('continued');
    return undefined;
  }

  async #ofActivity(event: HistoryEvent): Promise<Told[] | undefined> {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) {
      const summary = await this.#summary(event);
      const name = summary ?? scheduled.activityType?.name ?? '';
      return this.#begin(event, { kind: 'activity', id: scheduled.activityId ?? '', name });
    }
    const started = event.activityTaskStartedEventAttributes;
    if (started) {
      const subject = this.#begun.get(String(started.scheduledEventId));
      const attempt = started.attempt ?? 1;
      if (!subject || attempt <= 1) return [];
      subject.attempt = attempt;
      return [{ ...subject, state: 'retried', ...failed(started.lastFailure) }];
    }
    const ended = event.activityTaskCompletedEventAttributes;
    if (ended) return this.#end(ended.scheduledEventId, 'completed');
    const failure = event.activityTaskFailedEventAttributes;
    if (failure) return this.#end(failure.scheduledEventId, 'failed', failure.failure);
    const late = event.activityTaskTimedOutEventAttributes;
    if (late) return this.#end(late.scheduledEventId, 'timed-out', late.failure);
    const cancelled = event.activityTaskCanceledEventAttributes;
    if (cancelled) return this.#end(cancelled.scheduledEventId, 'cancelled');
    return this.#ofLocalActivity(event);
  }

  /** A local activity leaves one marker when it is done. */
  async #ofLocalActivity(event: HistoryEvent): Promise<Told[] | undefined> {
    const marker = event.markerRecordedEventAttributes;
    if (marker?.markerName !== 'core_local_activity') return undefined;
    const data = (await this.#decode(marker.details?.['data']?.payloads?.[0])) as LocalActivity | undefined;
    const id = data?.activity_id ?? '';
    const name = (await this.#summary(event)) ?? data?.activity_type ?? '';
    const attempt = data?.attempt ?? 1;
    const state = marker.failure ? 'failed' : 'completed';
    return [
      { kind: 'activity', id, name, state, ...(attempt > 1 && { attempt }), ...failed(marker.failure) },
    ];
  }

  async #ofTimer(event: HistoryEvent): Promise<Told[] | undefined> {
    const started = event.timerStartedEventAttributes;
    if (started) {
      const id = started.timerId ?? '';
      return this.#begin(event, { kind: 'timer', id, name: (await this.#summary(event)) ?? `timer ${id}` });
    }
    const fired = event.timerFiredEventAttributes;
    if (fired) return this.#end(fired.startedEventId, 'completed');
    const cancelled = event.timerCanceledEventAttributes;
    return cancelled ? this.#end(cancelled.startedEventId, 'cancelled') : undefined;
  }

  async #ofSignal(event: HistoryEvent): Promise<Told[] | undefined> {
    const signal = event.workflowExecutionSignaledEventAttributes;
    if (!signal) return undefined;
    const name = signal.signalName ?? '';
    if (name !== MESSAGE_SIGNAL) return [{ kind: 'signal', id: name, name, state: 'received' }];
    const envelope = (await this.#decode(signal.input?.payloads?.[0])) as { name?: string } | undefined;
    const message = String(envelope?.name ?? '');
    return [{ kind: 'message', id: message, name: message, state: 'received' }];
  }

  async #ofUpdate(event: HistoryEvent): Promise<Told[] | undefined> {
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    if (accepted) {
      const { name, args } = accepted.acceptedRequest?.input ?? {};
      const id = name ?? '';
      if (!Object.hasOwn(taskStates, id))
        return this.#begin(event, { kind: 'update', id, name: id }, 'received');
      const command = (await this.#decode(args?.payloads?.[0])) as { task?: string } | undefined;
      const task = String(command?.task ?? '');
      this.#begun.set(String(event.eventId), { kind: 'task', id: task, name: id });
      return [];
    }
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    if (!completed) return undefined;
    const failure = completed.outcome?.failure;
    const subject = this.#begun.get(String(completed.acceptedEventId));
    if (subject?.kind !== 'task')
      return this.#end(completed.acceptedEventId, failure ? 'failed' : 'completed', failure);
    const state = failure ? 'refused' : (taskStates[subject.name] ?? 'completed');
    const answer = await this.#decode(completed.outcome?.success?.payloads?.[0]);
    const { element = elementOf(subject.id), name } = (answer ?? {}) as Partial<HumanTask>;
    return [{ ...subject, ...this.#named(element, name), state, ...failed(failure) }];
  }

  /** That a human task was opened shows in the history by its search attribute alone. */
  async #ofTasks(event: HistoryEvent): Promise<Told[] | undefined> {
    const fields = event.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields;
    if (!fields || !Object.hasOwn(fields, SEARCH_ATTRIBUTES.openTasks)) return undefined;
    const value = await this.#decode(fields[SEARCH_ATTRIBUTES.openTasks]);
    const open = Array.isArray(value) ? value.map(String) : [];
    const opened = open.filter((element) => !this.#openTasks.includes(element));
    this.#openTasks = open;
    return opened.map((element) => ({
      kind: 'task',
      id: element,
      ...this.#named(element),
      state: 'opened',
    }));
  }

  /** A human task: by what the run calls it, else by the contract. */
  #named(element: string, told?: string): Required<Pick<Told, 'element' | 'name'>> {
    const known = this.#contract && elementName(this.#contract, element);
    return { element, name: told ?? known ?? element };
  }

  #ofChild(event: HistoryEvent): Told[] | undefined {
    const initiated = event.startChildWorkflowExecutionInitiatedEventAttributes;
    if (initiated) {
      const name = initiated.workflowType?.name ?? '';
      return this.#begin(event, { kind: 'child', id: initiated.workflowId ?? '', name });
    }
    const refused = event.startChildWorkflowExecutionFailedEventAttributes;
    if (refused) return this.#end(refused.initiatedEventId, 'refused');
    const completed = event.childWorkflowExecutionCompletedEventAttributes;
    if (completed) return this.#end(completed.initiatedEventId, 'completed');
    const failure = event.childWorkflowExecutionFailedEventAttributes;
    if (failure) return this.#end(failure.initiatedEventId, 'failed', failure.failure);
    const late = event.childWorkflowExecutionTimedOutEventAttributes;
    if (late) return this.#end(late.initiatedEventId, 'timed-out');
    const cancelled = event.childWorkflowExecutionCanceledEventAttributes;
    if (cancelled) return this.#end(cancelled.initiatedEventId, 'cancelled');
    const terminated = event.childWorkflowExecutionTerminatedEventAttributes;
    return terminated ? this.#end(terminated.initiatedEventId, 'terminated') : undefined;
  }

  #begin(event: HistoryEvent, subject: Subject, state: StepState = 'started'): Told[] {
    this.#begun.set(String(event.eventId), subject);
    return [{ ...subject, state }];
  }

  #end(begunBy: unknown, state: StepState, failure?: Failure): Told[] {
    const subject = this.#begun.get(String(begunBy));
    return subject ? [{ ...subject, state, ...failed(failure) }] : [];
  }

  async #summary(event: HistoryEvent): Promise<string | undefined> {
    const summary = await this.#decode(event.userMetadata?.summary);
    return typeof summary === 'string' && summary !== '' ? summary : undefined;
  }
}

const taskStates: Readonly<Record<string, StepState>> = {
  [TASK_UPDATES.claim]: 'claimed',
  [TASK_UPDATES.unclaim]: 'unclaimed',
  [TASK_UPDATES.assign]: 'assigned',
  [TASK_UPDATES.delegate]: 'delegated',
  [TASK_UPDATES.resolve]: 'resolved',
  [TASK_UPDATES.change]: 'changed',
  [TASK_UPDATES.comment]: 'commented',
  [TASK_UPDATES.complete]: 'completed',
};

/** Of the id of a human task: `<scope path>/<element>#<occurrence>`. */
function elementOf(task: string): string {
  return task.slice(task.lastIndexOf('/') + 1).replace(/#\d+$/, '');
}

/** As the SDK's core writes it. */
interface LocalActivity {
  readonly activity_id?: string;
  readonly activity_type?: string;
  readonly attempt?: number;
}

interface FailureInfo {
  readonly message?: string | null;
  readonly cause?: FailureInfo | null;
  readonly applicationFailureInfo?: { readonly type?: string | null } | null;
}
type Failure = FailureInfo | null | undefined;

/** The reason at the bottom: what wraps it says only that something failed. */
function failed(failure: Failure): Pick<Told, 'failure'> {
  if (!failure) return {};
  let innermost = failure;
  while (innermost.cause) innermost = innermost.cause;
  const type = innermost.applicationFailureInfo?.type ?? undefined;
  return { failure: { type, message: innermost.message ?? '' } };
}

function dateOf({ eventTime }: HistoryEvent): Date {
  return new Date(Number(eventTime?.seconds ?? 0) * 1000 + Math.floor((eventTime?.nanos ?? 0) / 1e6));
}
