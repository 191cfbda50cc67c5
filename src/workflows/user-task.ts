import { condition } from '@temporalio/workflow';
import type { z } from 'zod';
import type { OpenVariables, ProcessSpec } from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import { checked } from './failures';
import { resumable } from './incidents';
import { listened } from './listened-user-task';
import { nameOf, visit, type Run } from './run';
import type { TaskListeners } from './task-listeners';
import type { MutableTask } from './task-rules';
import { momentOf } from './timers';
import type { TimerSpec } from './triggers';

/** People as code gives them (a list) or as diagrams do (`'alice, bob'`). */
type People = string | readonly string[];

export interface UserTaskOptions {
  readonly assignee?: string | undefined;
  readonly candidateUsers?: People | undefined;
  readonly candidateGroups?: People | undefined;
  /**
   * Who must not do it, whoever the candidates are: for the four-eyes principle, whoever did the task before. They can
   * neither claim nor complete it, nor have it assigned, and whoever completes it must say who they are.
   */
  readonly excludedUsers?: People | undefined;
  /** A moment or a time from now; shown to people. Nothing happens by itself when it has passed: guard the task with a timer for that. */
  readonly dueDate?: TimerSpec | undefined;
  readonly followUpDate?: TimerSpec | undefined;
  readonly priority?: number | undefined;
  readonly form?: string | undefined;
  /** What the person needs to see. */
  readonly input?: unknown;
  /**
   * Listeners: what is done when something happens to the task, one after another. What fails in them fails the step.
   *
   * @example
   * on: { assignment: (task) => task.setDueDate('P2D') }
   */
  readonly on?: TaskListeners;
  /** The variables that listeners see. Default: those of the process. */
  readonly vars?: object;
}

type ResultOf<P extends ProcessSpec, Id extends string> =
  P['tasks'] extends Readonly<Record<Id, { readonly result: infer S extends Schema }>>
    ? z.output<S>
    : OpenVariables;

export interface UserTaskFunction<P extends ProcessSpec> {
  /**
   * Waits for a person. The task is kept in the run, listed by `client.tasks`, and claimed, assigned and completed by
   * typed updates; a completion that does not fit the contract's `tasks[id].result` is refused and changes nothing.
   * Resolves to the result. If the step is interrupted, the task is cancelled.
   *
   * Temporal calls: `condition`; when search attributes are registered, one `upsertSearchAttributes` when the list of
   * open tasks changes. The updates and the query `baton.tasks` are set up by `enter`.
   *
   * @example
   * const { card } = await userTask('Fix payment', { candidateGroups: ['billing'], dueDate: 'P2D', input: { orderId } });
   */
  <Id extends string>(id: Id, options?: UserTaskOptions): Promise<ResultOf<P, Id>>;
}

export function userTaskIn<P extends ProcessSpec>(run: Run): UserTaskFunction<P> {
  return <Id extends string>(id: Id, options: UserTaskOptions = {}) =>
    visit(run, id, (key) => {
      const { dueDate, followUpDate } = options;
      const schema = run.process.tasks?.[id]?.result;
      const step = {
        element: id,
        kind: 'expression',
        input: () => ({ dueDate, followUpDate }),
        accept: (result: unknown) => checked(schema, result, `task '${id}'`),
      } as const;
      return resumable(run, step, (dates) =>
        carryOut<ResultOf<P, Id>>(run, id, key, { ...options, ...(dates as Dates) }),
      );
    });
}

/** What can be wrong with a task before anybody sees it: times that are none. */
type Dates = Pick<UserTaskOptions, 'dueDate' | 'followUpDate'>;

async function carryOut<Result>(
  run: Run,
  id: string,
  key: string,
  options: UserTaskOptions,
): Promise<Result> {
  const task = taskOf(run, id, key, options);
  const { on, vars = run.vars } = options;
  const result = on ? listened(run, task, { on, vars: vars as Record<string, unknown> }) : plain(run, task);
  try {
    return (await result) as Result;
  } finally {
    await run.inbox.closed(key);
  }
}

/** A task that nobody listens to. */
async function plain({ tasks }: Run, task: MutableTask): Promise<unknown> {
  tasks.open(task);
  try {
    await condition(() => tasks.isCompleted(task.id));
  } finally {
    tasks.cancel(task.id);
  }
  return tasks.resultOf(task.id);
}

function taskOf(run: Run, element: string, id: string, options: UserTaskOptions): MutableTask {
  const { assignee, dueDate, followUpDate, priority, form, input } = options;
  const excludedUsers = people(options.excludedUsers);
  const description = run.process.tasks?.[element]?.description;
  return {
    id,
    element,
    name: nameOf(run.process, element),
    state: assignee === undefined ? 'open' : 'claimed',
    candidateUsers: people(options.candidateUsers),
    candidateGroups: people(options.candidateGroups),
    ...(excludedUsers.length > 0 && { excludedUsers }),
    createdAt: new Date().toISOString(),
    ...(description !== undefined && { description }),
    ...(assignee !== undefined && { assignee }),
    ...(priority !== undefined && { priority }),
    ...(dueDate !== undefined && { dueAt: momentOf(dueDate, element).toISOString() }),
    ...(followUpDate !== undefined && { followUpAt: momentOf(followUpDate, element).toISOString() }),
    ...(form !== undefined && { form }),
    ...(input !== undefined && { input }),
  };
}

/** A variable that says who may hold null, whatever its type. */
function people(given: People | null | undefined): readonly string[] {
  if (given === undefined || given === null) return [];
  const list = typeof given === 'string' ? given.split(',') : given;
  return list.map((name) => name.trim()).filter((name) => name !== '');
}
