import { condition } from '@temporalio/workflow';
import type { z } from 'zod';
import type { OpenVariables, ProcessSpec } from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import { FailureType } from '../shared/errors';
import { checked, failure } from './failures';
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
  /** Null, which a variable may hold, is nobody; likewise no date and no priority below. */
  readonly assignee?: string | null | undefined;
  readonly candidateUsers?: People | undefined;
  readonly candidateGroups?: People | undefined;
  /**
   * Who must not do it, whoever the candidates are: for the four-eyes principle, whoever did the task before. They can
   * neither claim nor complete it, nor have it assigned, and whoever completes it must say who they are.
   */
  readonly excludedUsers?: People | undefined;
  /** A moment or a time from now; shown to people. Nothing happens by itself when it has passed: guard the task with a timer for that. */
  readonly dueDate?: TimerSpec | null | undefined;
  readonly followUpDate?: TimerSpec | null | undefined;
  readonly priority?: number | null | undefined;
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
      const { dueDate, followUpDate, priority } = options;
      const schema = run.process.tasks?.[id]?.result;
      const step = {
        element: id,
        kind: 'expression',
        input: () => ({ dueDate, followUpDate, ...(typeof priority !== 'number' && { priority }) }),
        accept: (result: unknown) => checked(schema, result, `task '${id}'`),
      } as const;
      return resumable(run, step, (values) =>
        carryOut<ResultOf<P, Id>>(run, id, key, { ...options, ...(values as Computed) }),
      );
    });
}

/** What can be wrong with a task before anybody sees it: times that are none, a priority that is no number. */
type Computed = Pick<UserTaskOptions, 'dueDate' | 'followUpDate' | 'priority'>;

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
  const { form, input } = options;
  const [assignee] = namesIn([options.assignee], element);
  const dueAt = momentIn(options.dueDate, element);
  const followUpAt = momentIn(options.followUpDate, element);
  const priority = numberIn(options.priority, element);
  const excludedUsers = people(options.excludedUsers, element);
  const description = run.process.tasks?.[element]?.description;
  return {
    id,
    element,
    name: nameOf(run.process, element),
    state: assignee === undefined ? 'open' : 'claimed',
    candidateUsers: people(options.candidateUsers, element),
    candidateGroups: people(options.candidateGroups, element),
    ...(excludedUsers.length > 0 && { excludedUsers }),
    createdAt: new Date().toISOString(),
    ...(description !== undefined && { description }),
    ...(assignee !== undefined && { assignee }),
    ...(priority !== undefined && { priority }),
    ...(dueAt !== undefined && { dueAt }),
    ...(followUpAt !== undefined && { followUpAt }),
    ...(form !== undefined && { form }),
    ...(input !== undefined && { input }),
  };
}

function momentIn(given: TimerSpec | null | undefined, element: string): string | undefined {
  return given === undefined || given === null ? undefined : momentOf(given, element).toISOString();
}

/** Expressions may give anything; Camunda 7 takes the text of a number as well. */
function numberIn(given: unknown, element: string): number | undefined {
  if (given === undefined || given === null) return undefined;
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const message = `Priority of '${element}': ${JSON.stringify(given)} is no number.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
}

/** A variable that says who may hold null, whatever its type. */
function people(given: People | null | undefined, element: string): readonly string[] {
  return namesIn(
    Array.isArray(given) ? given : typeof given === 'string' ? given.split(',') : [given],
    element,
  );
}

/** Names, and numbers that are ones; null and empty texts are nobody. */
function namesIn(given: readonly unknown[], element: string): readonly string[] {
  return given.flatMap((one) => {
    if (one === undefined || one === null) return [];
    if (typeof one !== 'string' && typeof one !== 'number') {
      const message = `People of '${element}': ${JSON.stringify(one)} is no name.`;
      throw failure(FailureType.ExpressionFailed, message, { element });
    }
    const name = String(one).trim();
    return name === '' ? [] : [name];
  });
}
