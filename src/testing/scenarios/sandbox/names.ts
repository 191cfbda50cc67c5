/** Names on the wire between the runner of scenarios and the workflows under test. */

/** Workflow that runs in the place of a called process that a scenario answers for. */
export const STUBBED_PROCESS = 'batonStubbedProcess';

/** Memo of runs that are to stop at incidents, because their scenario speaks of some. */
export const INCIDENTS_MEMO = 'baton.test.incidents';
export const INCIDENTS_WANTED = { [INCIDENTS_MEMO]: true } as const;

/** Memo with what the scenario answers for decisions that are made in the workflow: by name or element id. */
export const DECISIONS_MEMO = 'baton.test.decisions';
export type DecisionAnswers = Readonly<Record<string, readonly DecisionAnswer[]>>;
export interface DecisionAnswer {
  readonly returns?: unknown;
  /** Code of a BPMN error. */
  readonly throws?: string;
  /** Message of a failure. */
  readonly fails?: string;
}

/** Memo with the milliseconds by which the clock of a scenario's runs is ahead of the server's. */
export const CLOCK_MEMO = 'baton.test.clock';

/** Activities of the runner. */
export const RUNNER_ACTIVITIES = {
  /** Whether the scenario answers for a called process. */
  isStubbed: 'baton.test.isStubbed',
  /** What it answers. */
  process: 'baton.test.process',
} as const;

/** A call of a process. */
export interface ProcessCall {
  readonly type: string;
  /** Of the called run; it ends with the element that calls. */
  readonly workflowId: string;
  /** Whether there is code for it. */
  readonly exists: boolean;
}

export interface RunnerActivities {
  [RUNNER_ACTIVITIES.isStubbed](call: ProcessCall): Promise<boolean>;
  [RUNNER_ACTIVITIES.process](call: ProcessCall): Promise<unknown>;
}

/**
 * What an activity returns that takes time. Skipped time stands still while an activity runs, so the activity returns at
 * once and says how long it takes; the workflow's side waits.
 */
export interface Timed {
  readonly batonTakes: number;
  readonly value: unknown;
}

/** @param milliseconds virtual time */
export function timed(milliseconds: number, value: unknown): Timed {
  return { batonTakes: milliseconds, value };
}

export function isTimed(value: unknown): value is Timed {
  return typeof value === 'object' && value !== null && 'batonTakes' in value;
}
