/**
 * Names on the wire between a run, its worker and its clients. Stable: open runs depend on them.
 */

/** Signal that carries every BPMN-style message of a run: see `MessageEnvelope`. */
export const MESSAGE_SIGNAL = 'baton.message';

/** Signal by which a called process tells its caller of an escalation: see `EscalationEnvelope`. */
export const ESCALATION_SIGNAL = 'baton.escalation';

/** Signal by which the caller lets the called process go on: the number of the escalation. */
export const ESCALATION_ACCEPTED_SIGNAL = 'baton.escalation.accepted';

/** Memo of called processes whose escalations somebody around the call may hear. */
export const CALLER_HEARS_MEMO = 'baton.callerHears';

/** Query that lists the human tasks of a run: returns `HumanTask[]`. */
export const TASKS_QUERY = 'baton.tasks';

/** Query for what completes a human task: takes its id, returns a `TaskForm`. */
export const TASK_FORM_QUERY = 'baton.task.form';

/** Query for the progress of a run: returns `Progress`. */
export const PROGRESS_QUERY = 'baton.progress';

/** Query for the variables of a run: returns them as they are. */
export const VARIABLES_QUERY = 'baton.variables';

/** Update that changes variables of a run: takes an object with new values. */
export const SET_VARIABLES_UPDATE = 'baton.variables.set';

/** Query for what a run waits for: returns `OpenWaits`. */
export const WAITS_QUERY = 'baton.waits';

/** Updates on human tasks; each takes one argument (see human-tasks.ts) and returns the `HumanTask` as it is afterwards. */
export const TASK_UPDATES = {
  claim: 'baton.task.claim',
  unclaim: 'baton.task.unclaim',
  assign: 'baton.task.assign',
  delegate: 'baton.task.delegate',
  resolve: 'baton.task.resolve',
  change: 'baton.task.change',
  comment: 'baton.task.comment',
  complete: 'baton.task.complete',
} as const;

/** Query that lists the incidents of a run: returns `Incident[]`. */
export const INCIDENTS_QUERY = 'baton.incidents';

/** Query for one of them, by its id: returns `IncidentDetails`. */
export const INCIDENT_QUERY = 'baton.incident';

/** Updates on incidents; each takes one argument (see incidents.ts) and returns the `Incident` as it is afterwards. */
export const INCIDENT_UPDATES = {
  retry: 'baton.incident.retry',
  edit: 'baton.incident.edit',
  skip: 'baton.incident.skip',
  fail: 'baton.incident.fail',
} as const;

/**
 * Patches (Temporal's `patched`) by which a run remembers that it was to stop at failures of a kind: `<this>.<kind>`.
 * They come with the first such failure.
 */
export const INCIDENTS_PATCH = 'baton.incidents';

/** Query for the ad-hoc sub-processes under way, and what is enabled in them: returns `AdHocState[]`. */
export const AD_HOC_QUERY = 'baton.adHoc';

/** Update that starts an activity of one: takes `StartActivity`, returns the `AdHocState` as it is afterwards. */
export const START_ACTIVITY_UPDATE = 'baton.adHoc.start';

/** Search attributes that Baton registers; all values are short and bounded. */
export const SEARCH_ATTRIBUTES = {
  /** Keyword: the process's workflow type. Its presence on a run also tells the run that attributes are registered. */
  process: 'BatonProcess',
  /** Keyword: the business key given at start. */
  businessKey: 'BatonBusinessKey',
  /**
   * KeywordList: element ids of the open human tasks, `*` when they do not fit. Of a task's own workflow: its element, and
   * who may do it (`user:eve`, `group:finance`, `anybody`); SQL stores have room for three such lists only.
   */
  openTasks: 'BatonOpenTasks',
  /** KeywordList: element ids that have stopped with an incident. */
  incident: 'BatonIncident',
  /** Keyword, of a human task's own workflow: who has it. */
  taskAssignee: 'BatonTaskAssignee',
  /** Keyword, likewise: `open`, `claimed`, `completed`, `cancelled`. */
  taskState: 'BatonTaskState',
  /** Datetime, likewise: the due date. */
  taskDue: 'BatonTaskDue',
} as const;

/** Memo of runs with a business key on servers without the search attributes. */
export const BUSINESS_KEY_MEMO = 'baton.businessKey';

/** Memo of runs that were started at one of several start events: its id. */
export const START_EVENT_MEMO = 'baton.startEvent';

/** Memo of runs that a message or a signal started: which one, as a `StartTrigger`. */
export const START_TRIGGER_MEMO = 'baton.startTrigger';

/** Memo of scheduled runs: the timer that started them. Also tells a deployment whether the timer has changed. */
export const TIMER_MEMO = 'baton.timer';

/** Memo of runs that a message started as the only one for its key: ids of the latest such messages, its own first. */
export const STARTED_BY_MEMO = 'baton.startedBy';

/** Memo of runs that have continued as new: when the first of them started, as an ISO date. */
export const STARTED_AT_MEMO = 'baton.startedAt';

/** Header of scheduled activities: the part of the idempotency key that only the workflow knows. */
export const IDEMPOTENCY_HEADER = 'baton-key';

/** Activity ids are `<scope path>/<element>#<occurrence>`; the idempotency key is this, after the first run id. */
export const KEY_SEPARATOR = '/';

/** Task queue of workers and clients that name none. */
export const DEFAULT_TASK_QUEUE = 'baton';

/** Environment variable that `baton dev` sets for the worker it runs. */
export const DEV_VARIABLE = 'BATON_DEV';

/** What such a worker sends to `baton dev` when it is ready for work. */
export const WORKER_READY = 'baton.worker.ready';
