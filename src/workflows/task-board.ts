import type { ProcessSpec } from '../shared/process-contract';
import type {
  AssignTask,
  ClaimTask,
  CompleteTask,
  HumanTask,
  HumanTaskState,
  UnclaimTask,
} from '../shared/wire';
import { FailureType } from '../shared/errors';
import { checked, failure } from './failures';

type Mutable = { -readonly [K in keyof HumanTask]: HumanTask[K] };

interface Entry {
  readonly task: Mutable;
  /** What the completion brought. */
  result?: unknown;
}

/**
 * The human tasks of a run, and every rule about who may do what to them. All of it is synchronous: of two people who
 * complete one task at the same time, the first wins and the other is told that it is gone.
 */
export class TaskBoard {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly process: ProcessSpec,
    private readonly onChange: () => void,
  ) {}

  open(task: HumanTask): void {
    this.#entries.set(task.id, { task: { ...task } });
    this.onChange();
  }

  /** Ends a task that nobody completed: what it was for has been interrupted. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry && isOpen(entry.task)) this.#close(entry.task, 'cancelled');
  }

  isCompleted(id: string): boolean {
    return this.#entries.get(id)?.task.state === 'completed';
  }

  resultOf(id: string): unknown {
    return this.#entries.get(id)?.result;
  }

  list(): readonly HumanTask[] {
    return [...this.#entries.values()].map(({ task }) => ({ ...task }));
  }

  get openTasks(): readonly HumanTask[] {
    return this.list().filter(isOpen);
  }

  claim(command: ClaimTask, dryRun = false): HumanTask {
    const task = this.#openTask(command).task;
    const { user } = command;
    requireUser(user, task);
    if (task.assignee !== undefined && task.assignee !== user)
      throw notAllowed(task, `it belongs to ${task.assignee}`);
    const listed =
      task.candidateUsers.length === 0 ||
      task.candidateGroups.length > 0 ||
      task.candidateUsers.includes(user);
    if (!listed)
      throw notAllowed(task, `${user} is not among its candidates (${task.candidateUsers.join(', ')})`);
    return this.#change(task, dryRun, () => {
      task.assignee = user;
      task.state = 'claimed';
    });
  }

  unclaim(command: UnclaimTask, dryRun = false): HumanTask {
    const { task } = this.#openTask(command);
    return this.#change(task, dryRun, () => release(task));
  }

  assign(command: AssignTask, dryRun = false): HumanTask {
    const { task } = this.#openTask(command);
    const { user } = command;
    if (user !== undefined) requireUser(user, task);
    return this.#change(task, dryRun, () => {
      if (user === undefined) return release(task);
      task.assignee = user;
      task.state = 'claimed';
    });
  }

  complete(command: CompleteTask, dryRun = false): HumanTask {
    const entry = this.#openTask(command);
    const { task } = entry;
    const { user } = command;
    if (user !== undefined && task.assignee !== undefined && user !== task.assignee) {
      throw notAllowed(task, `it belongs to ${task.assignee}`);
    }
    const schema = this.process.tasks?.[task.element]?.result;
    const result = checked(schema, command.result, `task '${task.name}' (${task.id})`);
    return this.#change(task, dryRun, () => {
      entry.result = result;
      if (user !== undefined) task.completedBy = user;
      this.#close(task, 'completed');
    });
  }

  #openTask(command: { readonly task?: unknown } | undefined): Entry {
    const id = command?.task;
    const entry = typeof id === 'string' ? this.#entries.get(id) : undefined;
    if (entry && isOpen(entry.task)) return entry;
    const open = this.openTasks.map((task) => task.id).join(', ') || 'none';
    const why = entry ? `is ${entry.task.state} already` : 'does not exist in this run';
    throw failure(FailureType.TaskGone, `Task '${String(id)}' ${why}. Open tasks: ${open}.`, { task: id });
  }

  #change(task: Mutable, dryRun: boolean, change: () => void): HumanTask {
    if (!dryRun) {
      change();
      this.onChange();
    }
    return { ...task };
  }

  #close(task: Mutable, state: HumanTaskState): void {
    task.state = state;
    task.closedAt = new Date().toISOString();
    this.onChange();
  }
}

function isOpen(task: HumanTask): boolean {
  return task.state === 'open' || task.state === 'claimed';
}

function release(task: Mutable): void {
  delete task.assignee;
  task.state = 'open';
}

function requireUser(user: unknown, task: HumanTask): void {
  if (typeof user !== 'string' || user === '')
    throw failure(FailureType.InvalidInput, `Task '${task.id}': 'user' must name a person.`);
}

function notAllowed(task: HumanTask, why: string) {
  return failure(FailureType.TaskNotAllowed, `Task '${task.name}' (${task.id}): not allowed, ${why}.`, {
    task: task.id,
  });
}
