import type { OpenVariables } from '../shared/process-contract';
import { expressionFailed, isFailure, reasonOf, strictly, textOf } from './expressions';
import { resumable } from './incidents';
import type { Run } from './run';
import { ListenedTask } from './listened-task';
import type { MutableTask } from './task-rules';
import type { TimerSpec } from './triggers';

/**
 * What is done when something happens to a human task. It gets the task, which it may change, and the variables, of
 * which reading one that does not exist fails.
 */
export type TaskListener = (task: ListenedTask, vars: OpenVariables) => unknown;

type Listeners = TaskListener | readonly TaskListener[];

/** Listeners of a human task by event, each one function or several that run one after another. */
export interface TaskListeners {
  /** Before people see the task. */
  readonly create?: Listeners;
  /** Somebody has become its assignee, also by being named from the beginning. */
  readonly assignment?: Listeners;
  /** Somebody has changed it: claimed, handed on, given another date. Comes before `assignment`. */
  readonly update?: Listeners;
  /** It was completed: the variables are those of the completion, laid over the others, and may still be changed. */
  readonly complete?: Listeners;
  /** What it was for has been interrupted. */
  readonly delete?: Listeners;
  /** A time after it was created has come, and it is still open. */
  readonly timeout?: readonly { readonly at: TimerSpec; readonly run: TaskListener }[];
}

/** A listener does not want what has been done: it is taken back. */
export interface Denial {
  readonly reason: string | undefined;
}

type EventName = Exclude<keyof TaskListeners, 'timeout'>;

/** The listeners of one task under way. */
export class ListenersOf {
  #denial: Denial | undefined;

  constructor(
    private readonly run: Run,
    private readonly listeners: TaskListeners,
    private readonly task: MutableTask,
    /** Told when a listener has changed the task. */
    private readonly changed: () => void,
  ) {}

  /**
   * Runs the listeners of an event, one after another. When they have named another assignee, those of `assignment`
   * come next; what those do in turn starts nothing, so that there is an end to it. The first to deny it is the last.
   */
  async hear(event: EventName, vars: Record<string, unknown>): Promise<Denial | undefined> {
    const before = this.task.assignee;
    this.#denial = undefined;
    for (const listener of listOf(this.listeners[event])) {
      await this.#run(event, listener, vars);
      if (this.#denial) return this.#denial;
    }
    const isOver = event === 'complete' || event === 'delete' || event === 'assignment';
    const { assignee } = this.task;
    const isNew = event === 'create' ? assignee !== undefined : assignee !== before;
    return !isOver && isNew && assignee !== undefined ? this.hear('assignment', vars) : undefined;
  }

  async timeOut(index: number, vars: Record<string, unknown>): Promise<void> {
    const timeout = this.listeners.timeout?.[index];
    if (timeout) await this.#run('timeout', timeout.run, vars);
  }

  async #run(event: string, listener: TaskListener, vars: Record<string, unknown>): Promise<void> {
    const task = new ListenedTask({
      event,
      task: this.task,
      vars,
      changed: this.changed,
      deny: (reason) => (this.#denial = { reason }),
    });
    const { element } = this.task;
    const listen = async () => {
      try {
        await listener(task, strictly(vars));
      } catch (error) {
        // Steps in it have said already what is wrong.
        throw isFailure(error)
          ? error
          : expressionFailed(`${element}:${event}`, textOf(listener), reasonOf(error));
      }
    };
    // Nobody waits for a task that is called off, so nothing stops there.
    if (event === 'delete') await listen();
    else await resumable(this.run, { element, kind: 'expression' }, listen);
  }
}

function listOf(listeners: Listeners | undefined): readonly TaskListener[] {
  if (listeners === undefined) return [];
  return typeof listeners === 'function' ? [listeners] : listeners;
}
