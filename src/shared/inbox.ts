import type { HumanTask } from './human-tasks';

/**
 * Human tasks with a workflow of their own, so that one list finds them without asking their runs: names on the wire and
 * shapes. Stable: open runs depend on them. See docs/tasks.md.
 */

/** Built-in workflow that stands for one human task while it is open. */
export const TASK_WORKFLOW = 'batonTask';

/** Signal by which the run tells it how the task is now: takes an `InboxTask`. */
export const TASK_CHANGED_SIGNAL = 'baton.task.changed';

/** Memo with the `InboxTask`. */
export const TASK_MEMO = 'baton.task';

/** Built-in activity by which it hands on what people do to the task: takes `TaskWork`. */
export const WORK_ON_TASK = 'baton.workOnTask';

/** A task as its own workflow has it; the run that it belongs to has the say. */
export interface InboxTask {
  readonly task: HumanTask;
  readonly run: { readonly workflowId: string; readonly runId: string; readonly type: string };
  /** Counts the changes: signals may overtake each other. */
  readonly version: number;
}

export interface TaskWork {
  readonly run: InboxTask['run'];
  /** Name of the update, and its argument. */
  readonly update: string;
  readonly command: unknown;
  /** Makes attempts of the activity one update. */
  readonly id: string;
}

/** Beyond these the list says `*`: servers refuse long values, and a refused value fails the run. */
const MAX_CANDIDATES = 20;
const MAX_LENGTH = 1000;

/** What a list finds a task by, in one attribute: its element and who may do it. */
export function foundBy({ element, candidateUsers, candidateGroups }: HumanTask): readonly string[] {
  const candidates = [
    ...candidateUsers.map((user) => `user:${user}`),
    ...candidateGroups.map((group) => `group:${group}`),
  ];
  const all = [element, ...(candidates.length > 0 ? candidates : [ANYBODY])];
  return all.length > MAX_CANDIDATES || all.join().length > MAX_LENGTH ? [ANYTHING] : all;
}

/** Nobody is named. */
export const ANYBODY = 'anybody';
/** They do not fit. */
export const ANYTHING = '*';
