import type {
  AssignTask,
  ChangeTask,
  ClaimTask,
  CommentTask,
  CompleteTask,
  DelegateTask,
  HumanTask,
  ResolveTask,
  TaskChanges,
  TaskForm,
  UnclaimTask,
} from '../shared/human-tasks';
import { TASK_FORM_QUERY, TASK_UPDATES } from '../shared/names';
import { formatProblems } from '../shared/schema';
import { checkSize } from './check-input';
import type { ClientContext } from './context';
import { ClientError, InvalidInputError } from './errors';
import { explained } from './explain';
import type { ProcessRef, TaskElement, TaskResult } from './process-types';
import { selected } from './task-filter';
import { allTasksOf, openTasks, type TaskQuery } from './task-list';

/** Where a human task is. A task from `list` is one. */
export interface TaskAddress {
  readonly workflowId: string;
  /** `<element>#<occurrence>` */
  readonly id: string;
}

/** An open human task of some run. Of a contract's process, the element tells which result completes it. */
export type OpenTask<P = unknown> = {
  [E in TaskElement<P>]: Omit<HumanTask, 'element'> &
    TaskAddress & {
      readonly element: E;
      /** Workflow type. */
      readonly process: string;
      readonly runId: string;
      /** Types only. */
      readonly _result?: TaskResult<P, E>;
    };
}[TaskElement<P>];

export interface TaskFilter<P = unknown> extends Omit<TaskQuery, 'process'> {
  readonly process?: P;
}

/** Who acts, as the caller says. Without it nobody is asked, unless the contract says `onlyAssignee`. */
interface Actor {
  readonly user?: string;
}

/** Human tasks, over all runs. */
export class TaskClient {
  readonly #context: ClientContext;

  /** Made by the client: `client.tasks`. */
  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Open tasks, the most urgent first: by priority, then due date, then age. Runs are found by the search attribute
   * `BatonOpenTasks`, which lags by about a second, then each is asked for its tasks; those of processes with an inbox
   * come from the list itself, without comments and long inputs: `get` has everything.
   * Temporal calls: `ListWorkflowExecutions` (not with `workflowId`), `QueryWorkflow` per run.
   *
   * @throws ClientError `unsupported` where the search attributes are missing; `no-answer` without a worker
   * @example
   * for (const task of await client.tasks.list({ process: order, group: 'accounting' })) {
   *   if (task.element === 'Task_Approve') await client.tasks.complete(task, { approved: true });
   * }
   */
  async list<P extends ProcessRef = string>(filter: TaskFilter<P | string> = {}): Promise<OpenTask<P>[]> {
    const wanted = selected(await openTasks(this.#context, filter), filter);
    // The contract says more of these tasks than the run's answer does.
    return wanted as unknown as OpenTask<P>[];
  }

  /**
   * One task with everything that is known of it, also when it is closed. Temporal calls: `DescribeWorkflowExecution`,
   * `QueryWorkflow`.
   *
   * @throws ClientError `task-gone` if there was never such a task; `not-found`, `no-answer`
   */
  async get({ workflowId, id }: TaskAddress): Promise<HumanTask> {
    const tasks = await allTasksOf(this.#context, workflowId);
    const task = tasks.find((one) => one.id === id);
    if (task) return task;
    const known = tasks.map((one) => one.id).join(', ') || 'none';
    throw new ClientError(`Task '${id}' does not exist in the run "${workflowId}". Its tasks: ${known}.`, {
      code: 'task-gone',
    });
  }

  /**
   * What a person has to fill in to complete a task: the key of its form, and the JSON schema of the result as the
   * contract has it, with the labels of the form as titles. Temporal calls: `QueryWorkflow`.
   *
   * @throws ClientError `task-gone` if there was never such a task; `not-found`, `no-answer`
   */
  async form(task: TaskAddress & { readonly runId?: string }): Promise<TaskForm> {
    const { server, client } = this.#context;
    const { workflowId, runId, id } = task;
    const form = await explained({ server, workflowId, call: `the form of "${id}"` }, () =>
      this.#context.answered(() =>
        client.workflow
          .getHandle(workflowId, runId)
          .query<TaskForm | null | undefined, [string]>(TASK_FORM_QUERY, id),
      ),
    );
    if (form) return form;
    throw new ClientError(`Task '${id}' does not exist in the run "${workflowId}".`, { code: 'task-gone' });
  }

  /**
   * Takes a task for a person. Temporal calls: `UpdateWorkflowExecution` (`baton.task.claim`), as do all below.
   *
   * @param options.groups - the groups that the person is in; with them the task's candidate groups are checked as well
   * @returns the task as it is afterwards
   * @throws ClientError `task-gone`, `task-not-allowed` (somebody else's, not a candidate), `not-found`, `no-answer`
   */
  claim(
    task: TaskAddress,
    user: string,
    options: { readonly groups?: readonly string[] } = {},
  ): Promise<HumanTask> {
    return this.#update<ClaimTask>(task, 'claim', { user, ...options });
  }

  /** Gives a task back to its candidates. Errors as for `claim`. */
  unclaim(task: TaskAddress, options: Actor = {}): Promise<HumanTask> {
    return this.#update<UnclaimTask>(task, 'unclaim', options);
  }

  /** Hands a task to a person, or back to its candidates without one. Errors as for `claim`. */
  assign(task: TaskAddress, user?: string): Promise<HumanTask> {
    return this.#update<AssignTask>(task, 'assign', user === undefined ? {} : { user });
  }

  /**
   * Has somebody else do the work: they become the assignee, and whoever held the task its owner. It cannot be completed
   * until it is handed back by `resolve`. Errors as for `claim`.
   *
   * @example
   * await client.tasks.delegate(task, 'intern', { user: 'eve' });
   */
  delegate(task: TaskAddress, to: string, options: Actor = {}): Promise<HumanTask> {
    return this.#update<DelegateTask>(task, 'delegate', { to, ...options });
  }

  /** Hands a delegated task back to its owner. Errors as for `claim`. */
  resolve(task: TaskAddress, options: Actor = {}): Promise<HumanTask> {
    return this.#update<ResolveTask>(task, 'resolve', options);
  }

  /**
   * Changes a task's dates, priority or candidates; null takes a value away. Dates are ISO 8601, or durations from now.
   * Nothing is changed when anything is wrong.
   *
   * @throws InvalidInputError that names each field; else as for `claim`
   * @example
   * await client.tasks.change(task, { dueAt: 'P3D', priority: 80 });
   */
  change(task: TaskAddress, changes: TaskChanges, options: Actor = {}): Promise<HumanTask> {
    const { priority } = changes;
    if (typeof priority === 'number' && !Number.isFinite(priority)) {
      // As JSON it would be null, which takes the priority away.
      const problems = [{ path: 'priority', message: `must be a number, not ${priority}` }];
      const message = `Task '${task.id}': input does not fit: ${formatProblems(problems)}`;
      return Promise.reject(new InvalidInputError(message, { problems }));
    }
    return this.#update<ChangeTask>(task, 'change', { ...changes, ...options });
  }

  /** Says something about a task. A task keeps 100 comments of up to 4,000 characters. Errors as for `claim`. */
  comment(task: TaskAddress, text: string, options: Actor = {}): Promise<HumanTask> {
    return this.#update<CommentTask>(task, 'comment', { text, ...options });
  }

  /**
   * Completes a task with its result. Of two people who do so at once, one wins and the other gets `task-gone`.
   *
   * @throws InvalidInputError that names each field when the result does not fit the contract (nothing is changed); else
   * as for `claim`
   * @example
   * await client.tasks.complete({ workflowId: 'order/17', id: 'Task_Approve#1' }, { approved: true }, { user: 'eve' });
   */
  complete<T extends TaskAddress>(
    task: T,
    result?: T extends { readonly _result?: infer R } ? R : unknown,
    options: Actor = {},
  ): Promise<HumanTask> {
    return this.#update<CompleteTask>(task, 'complete', {
      ...options,
      ...(result !== undefined && { result }),
    });
  }

  async #update<Command>(
    { workflowId, id, runId }: TaskAddress & { readonly runId?: string },
    act: keyof typeof TASK_UPDATES,
    command: Omit<Command, 'task'>,
  ): Promise<HumanTask> {
    const { server, client } = this.#context;
    const name = TASK_UPDATES[act];
    checkSize(command, `What is to be done with the task "${id}"`);
    return explained({ server, workflowId, call: `${name} of "${id}"` }, () =>
      this.#context.answered(() =>
        client.workflow
          .getHandle(workflowId, runId)
          .executeUpdate<HumanTask, [object]>(name, { args: [{ task: id, ...command }] }),
      ),
    );
  }
}
