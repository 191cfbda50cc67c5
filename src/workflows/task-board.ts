import { FailureType } from '../shared/errors';
import {
  isOpenTask,
  type AssignTask,
  type ChangeTask,
  type ClaimTask,
  type CommentTask,
  type CompleteTask,
  type DelegateTask,
  type HumanTask,
  type HumanTaskState,
  type ResolveTask,
  type UnclaimTask,
} from '../shared/human-tasks';
import type { ProcessSpec } from '../shared/process-contract';
import { failure } from './failures';
import {
  applyChanges,
  notAllowed,
  readChanges,
  readResult,
  requireCandidate,
  requireComment,
  requireCompleter,
  requireHolder,
  requireName,
  requireNotExcluded,
  type MutableTask,
} from './task-rules';

/** What people do to a task while it is open, for those who listen. */
export type TaskEvent = 'assignment' | 'update';
/** @param before - the task as it was before */
type Hear = (event: TaskEvent, before: HumanTask) => void;

interface Entry {
  readonly task: MutableTask;
  readonly hear: Hear | undefined;
  /** What the completion brought. */
  result?: unknown;
  /** The task as it was before its completion. */
  uncompleted?: HumanTask;
}

/**
 * The human tasks of a run, and every rule about who may do what to them. All of it is synchronous: of two people who
 * complete one task at the same time, the first wins and the other is told that it is gone.
 */
export class TaskBoard {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly process: ProcessSpec,
    private readonly onChange: (task: HumanTask) => void,
  ) {}

  /** @param hear - told, in order, of what people do to it */
  open(task: MutableTask, hear?: Hear): void {
    this.#entries.set(task.id, { task, hear });
    this.onChange(task);
  }

  /** Ends a task that nobody completed: what it was for has been interrupted. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry && isOpenTask(entry.task)) this.#close(entry.task, 'cancelled');
  }

  /** A listener has changed it. */
  touched(id: string): void {
    const entry = this.#entries.get(id);
    if (entry) this.onChange(entry.task);
  }

  /** The task as it was before it was completed. */
  uncompleted(id: string): HumanTask | undefined {
    return this.#entries.get(id)?.uncompleted;
  }

  /** Takes back what was done to a task; a comment says why. */
  restore(id: string, before: HumanTask, reason?: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const { task } = entry;
    const { comments = [] } = task; // what people have said stays
    for (const name of Object.keys(task)) Reflect.deleteProperty(task, name);
    const why = reason === undefined ? [] : [{ text: reason, at: new Date().toISOString() }];
    const all = [...comments, ...why];
    Object.assign(task, before, all.length > 0 && { comments: all });
    delete entry.result;
    this.onChange(task);
  }

  isCompleted(id: string): boolean {
    return this.#entries.get(id)?.task.state === 'completed';
  }

  resultOf(id: string): unknown {
    return this.#entries.get(id)?.result;
  }

  /** Whether there is, or was, the task that a command is about. */
  knows(command: unknown): boolean {
    const id = (command as { readonly task?: unknown } | null | undefined)?.task;
    return typeof id === 'string' && this.#entries.has(id);
  }

  get(id: string): HumanTask | undefined {
    return this.#entries.get(id)?.task;
  }

  list(): readonly HumanTask[] {
    return [...this.#entries.values()].map(({ task }) => ({ ...task }));
  }

  get openTasks(): readonly HumanTask[] {
    return this.list().filter(isOpenTask);
  }

  claim(command: ClaimTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const { task } = entry;
    const { user, groups } = command;
    requireName(user, 'user', task);
    requireNotExcluded(user, task);
    if (task.assignee !== undefined && task.assignee !== user)
      throw notAllowed(task, `it belongs to ${task.assignee}`);
    if (task.assignee === undefined) requireCandidate(user, groups, task);
    return this.#change(entry, dryRun, () => hold(task, user));
  }

  unclaim(command: UnclaimTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const { task } = entry;
    requireHolder(command.user, task, this.#onlyAssignee && task.assignee !== undefined);
    return this.#change(entry, dryRun, () => release(task));
  }

  assign(command: AssignTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const { task } = entry;
    const { user } = command;
    if (user !== undefined) {
      requireName(user, 'user', task);
      requireNotExcluded(user, task);
    }
    return this.#change(entry, dryRun, () => (user === undefined ? release(task) : hold(task, user)));
  }

  delegate(command: DelegateTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const { task } = entry;
    const { to, user } = command;
    requireName(to, 'to', task);
    requireNotExcluded(to, task);
    requireHolder(user, task, this.#onlyAssignee);
    const owner = task.owner ?? task.assignee ?? user;
    return this.#change(entry, dryRun, () => {
      hold(task, to);
      if (owner !== undefined) task.owner = owner;
      task.delegation = 'pending';
    });
  }

  resolve(command: ResolveTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const { task } = entry;
    if (task.delegation !== 'pending') throw notAllowed(task, 'it is not delegated to anybody');
    requireHolder(command.user, task, this.#onlyAssignee);
    return this.#change(entry, dryRun, () => {
      if (task.owner === undefined) release(task);
      else hold(task, task.owner);
      task.delegation = 'resolved';
    });
  }

  change(command: ChangeTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const changes = readChanges(command, entry.task);
    return this.#change(entry, dryRun, () => applyChanges(entry.task, changes));
  }

  comment(command: CommentTask, dryRun = false): HumanTask {
    const { task } = this.#openEntry(command);
    const { text, user } = command;
    if (user !== undefined) requireName(user, 'user', task);
    requireComment(text, task);
    if (!dryRun) {
      const at = new Date().toISOString();
      task.comments = [...(task.comments ?? []), { text, ...(user !== undefined && { user }), at }];
      this.onChange(task);
    }
    return { ...task };
  }

  complete(command: CompleteTask, dryRun = false): HumanTask {
    const entry = this.#openEntry(command);
    const { task } = entry;
    const { user } = command;
    if (task.delegation === 'pending') {
      const owner = task.owner === undefined ? 'its owner' : task.owner;
      throw notAllowed(
        task,
        `it is delegated to ${task.assignee}, who must hand it back to ${owner} (resolve)`,
      );
    }
    requireHolder(user, task, this.#onlyAssignee);
    requireCompleter(user, task);
    const schema = this.process.tasks?.[task.element]?.result;
    const result = readResult(schema, command.result, task);
    if (dryRun) return { ...task };
    entry.result = result;
    entry.uncompleted = { ...task };
    if (user !== undefined) {
      task.assignee ??= user;
      task.completedBy = user;
    }
    this.#close(task, 'completed');
    return { ...task };
  }

  get #onlyAssignee(): boolean {
    return this.process.onlyAssignee === true;
  }

  #openEntry(command: { readonly task?: unknown } | undefined): Entry {
    const id = command?.task;
    const entry = typeof id === 'string' ? this.#entries.get(id) : undefined;
    if (entry && isOpenTask(entry.task)) return entry;
    const open = this.openTasks.map((task) => task.id).join(', ') || 'none';
    const why = entry ? `is ${entry.task.state} already` : 'does not exist in this run';
    throw failure(FailureType.TaskGone, `Task '${String(id)}' ${why}. Open tasks: ${open}.`, { task: id });
  }

  #change({ task, hear }: Entry, dryRun: boolean, change: () => void): HumanTask {
    if (!dryRun) {
      const before = { ...task };
      change();
      hear?.('update', before);
      if (task.assignee !== undefined && task.assignee !== before.assignee) hear?.('assignment', before);
      this.onChange(task);
    }
    return { ...task };
  }

  #close(task: MutableTask, state: HumanTaskState): void {
    task.state = state;
    task.closedAt = new Date().toISOString();
    this.onChange(task);
  }
}

function hold(task: MutableTask, user: string): void {
  task.assignee = user;
  task.state = 'claimed';
}

/** Gives it back to its candidates. */
export function release(task: MutableTask): void {
  delete task.assignee;
  delete task.delegation;
  task.state = 'open';
}
