import { SEARCH_ATTRIBUTES, TASKS_QUERY, TASK_UPDATES } from '../shared/names';
import type { AssignTask, ClaimTask, CompleteTask, HumanTask, UnclaimTask } from '../shared/wire';
import type { ClientContext } from './context';
import { isClientError } from './errors';
import { explained } from './explain';
import { listRuns, requireAttributes } from './list';
import type { ProcessRef, TaskElement, TaskResult } from './process-types';

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

export interface TaskFilter<P = unknown> {
  readonly process?: P;
  /** One run: needs no search attributes, and is not delayed. */
  readonly workflowId?: string;
  readonly assignee?: string;
  /** Tasks that this person holds, or may claim by name or because nobody is named. */
  readonly user?: string;
  /** Tasks with this candidate group. */
  readonly group?: string;
  readonly element?: string;
  /**
   * Told of runs whose worker does not answer; the others' tasks are listed. Without it such a run fails the list.
   */
  readonly onUnanswered?: (workflowId: string, error: Error) => void;
}

/** Queries under way at once: enough to hide latency, few enough for one worker. */
const CONCURRENCY = 10;

/** Human tasks, over all runs. */
export class TaskClient {
  readonly #context: ClientContext;

  /** Made by the client: `client.tasks`. */
  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Open tasks, the most urgent priority first, then the oldest. Runs are found by the search attribute
   * `BatonOpenTasks`, which lags by about a second, then each is asked for its tasks.
   * Temporal calls: `ListWorkflowExecutions` (not with `workflowId`), `QueryWorkflow` per run.
   *
   * @throws ClientError `unsupported` where the search attributes are missing; `no-answer` without a worker
   * @example
   * for (const task of await client.tasks.list({ process: order, group: 'accounting' })) {
   *   if (task.element === 'Task_Approve') await client.tasks.complete(task, { approved: true });
   * }
   */
  async list<P extends ProcessRef = string>(filter: TaskFilter<P | string> = {}): Promise<OpenTask<P>[]> {
    const tasks: FoundTask[] = [];
    const runs = this.#runs(filter)[Symbol.asyncIterator]();
    const ask = async (): Promise<void> => {
      for (let run = await runs.next(); !run.done; run = await runs.next()) {
        tasks.push(...(await this.#tasksOf(run.value, filter)));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, ask));
    const wanted = tasks.filter((task) => matches(task, filter)).sort(byUrgency);
    // The contract says more of these tasks than the run's answer does.
    return wanted as unknown as OpenTask<P>[];
  }

  /**
   * Takes a task for a person. Temporal calls: `UpdateWorkflowExecution` (`baton.task.claim`), as do all below.
   *
   * @returns the task as it is afterwards
   * @throws ClientError `task-gone`, `task-not-allowed` (somebody else's, not a candidate), `not-found`, `no-answer`
   */
  claim(task: TaskAddress, user: string): Promise<HumanTask> {
    return this.#update<ClaimTask>(task, TASK_UPDATES.claim, { task: task.id, user });
  }

  /** Gives a task back to its candidates. Errors as for `claim`. */
  unclaim(task: TaskAddress): Promise<HumanTask> {
    return this.#update<UnclaimTask>(task, TASK_UPDATES.unclaim, { task: task.id });
  }

  /** Hands a task to a person, or back to its candidates without one. Errors as for `claim`. */
  assign(task: TaskAddress, user?: string): Promise<HumanTask> {
    return this.#update<AssignTask>(task, TASK_UPDATES.assign, {
      task: task.id,
      ...(user !== undefined && { user }),
    });
  }

  /**
   * Completes a task with its result. Of two people who do so at once, one wins and the other gets `task-gone`.
   *
   * @throws InvalidInputError when the result does not fit the contract (nothing is changed); else as for `claim`
   * @example
   * await client.tasks.complete({ workflowId: 'order/17', id: 'Task_Approve#1' }, { approved: true }, { user: 'eve' });
   */
  complete<T extends TaskAddress>(
    task: T,
    result?: T extends { readonly _result?: infer R } ? R : unknown,
    options: { readonly user?: string } = {},
  ): Promise<HumanTask> {
    return this.#update<CompleteTask>(task, TASK_UPDATES.complete, {
      task: task.id,
      ...options,
      ...(result !== undefined && { result }),
    });
  }

  async *#runs({ workflowId, process }: TaskFilter): AsyncIterable<RunAddress> {
    if (workflowId !== undefined) {
      const { type, runId } = await this.#explained({ workflowId }, () =>
        this.#handle({ workflowId }).describe(),
      );
      yield { workflowId, runId, type };
      return;
    }
    await requireAttributes(this.#context, 'Lists of human tasks over all runs');
    const ref = process as ProcessRef | undefined;
    const found = listRuns(this.#context, {
      ...(ref !== undefined && { process: ref }),
      status: 'RUNNING',
      query: `${SEARCH_ATTRIBUTES.openTasks} IS NOT NULL`,
    });
    for await (const { id, runId, type } of found) yield { workflowId: id, runId, type };
  }

  async #tasksOf(run: RunAddress, { onUnanswered }: TaskFilter): Promise<FoundTask[]> {
    const { workflowId, runId, type } = run;
    try {
      const tasks = await this.#explained({ workflowId, call: 'its human tasks' }, () =>
        this.#context.answered(() => this.#handle(run).query<readonly HumanTask[]>(TASKS_QUERY)),
      );
      return tasks.filter(isOpen).map((task) => ({ ...task, workflowId, runId, process: type }));
    } catch (error) {
      // Found by an index that lags: the run may have ended since.
      if (isClientError(error, 'not-found')) return [];
      if (onUnanswered === undefined || !isClientError(error)) throw error;
      onUnanswered(workflowId, error);
      return [];
    }
  }

  #update<Command>(task: TaskAddress, name: string, command: Command): Promise<HumanTask> {
    return this.#explained({ workflowId: task.workflowId, call: `${name} of "${task.id}"` }, () =>
      this.#context.answered(() =>
        this.#handle(task).executeUpdate<HumanTask, [Command]>(name, { args: [command] }),
      ),
    );
  }

  #handle({ workflowId, runId }: { workflowId: string; runId?: string }) {
    return this.#context.client.workflow.getHandle(workflowId, runId);
  }

  #explained<T>(about: { workflowId: string; call?: string }, call: () => Promise<T>): Promise<T> {
    return explained({ server: this.#context.server, ...about }, call);
  }
}

type FoundTask = HumanTask & TaskAddress & { readonly process: string; readonly runId: string };

interface RunAddress {
  readonly workflowId: string;
  readonly runId: string;
  readonly type: string;
}

function isOpen({ state }: HumanTask): boolean {
  return state === 'open' || state === 'claimed';
}

function matches(task: HumanTask, { assignee, user, group, element }: TaskFilter): boolean {
  return (
    (assignee === undefined || task.assignee === assignee) &&
    (user === undefined || mayDo(task, user)) &&
    (group === undefined || task.candidateGroups.includes(group)) &&
    (element === undefined || task.element === element)
  );
}

function mayDo({ assignee, candidateUsers, candidateGroups }: HumanTask, user: string): boolean {
  if (assignee !== undefined) return assignee === user;
  const named = candidateUsers.length > 0 || candidateGroups.length > 0;
  return !named || candidateUsers.includes(user);
}

function byUrgency(a: HumanTask, b: HumanTask): number {
  return (b.priority ?? 0) - (a.priority ?? 0) || a.createdAt.localeCompare(b.createdAt);
}
