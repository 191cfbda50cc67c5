import { SEARCH_ATTRIBUTES, TASKS_QUERY } from '../shared/names';
import { isOpenTask, type HumanTask } from '../shared/human-tasks';
import type { ClientContext } from './context';
import { isClientError } from './errors';
import { explained } from './explain';
import { listRuns, requireAttributes } from './list';
import type { ProcessRef } from './process-types';

/** A task, and the run that it belongs to. */
export interface FoundTask extends HumanTask {
  readonly workflowId: string;
  readonly runId: string;
  /** Workflow type. */
  readonly process: string;
}

/** Where to look for tasks. */
export interface TaskSources {
  readonly process?: unknown;
  /** One run: needs no search attributes, and is not delayed. */
  readonly workflowId?: string;
  /**
   * Told of runs whose worker does not answer; the others' tasks are listed. Without it such a run fails the list.
   */
  readonly onUnanswered?: (workflowId: string, error: Error) => void;
}

interface Run {
  readonly workflowId: string;
  readonly runId: string;
  readonly type: string;
}

/** Queries under way at once: enough to hide latency, few enough for one worker. */
const CONCURRENCY = 10;

/** The open tasks of all runs that have some, or of one run, each asked for its own. */
export async function tasksOfRuns(context: ClientContext, sources: TaskSources): Promise<FoundTask[]> {
  const tasks: FoundTask[] = [];
  const runs = runsWithTasks(context, sources)[Symbol.asyncIterator]();
  const ask = async (): Promise<void> => {
    for (let run = await runs.next(); !run.done; run = await runs.next()) {
      const found = await openTasksOf(context, run.value, sources);
      tasks.push(...found.filter(isOpenTask));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, ask));
  return tasks;
}

/** All tasks of one run, those that are closed as well. */
export async function allTasksOf(context: ClientContext, workflowId: string): Promise<FoundTask[]> {
  return askRun(context, await describeRun(context, workflowId));
}

async function* runsWithTasks(
  context: ClientContext,
  { workflowId, process }: TaskSources,
): AsyncIterable<Run> {
  if (workflowId !== undefined) {
    yield await describeRun(context, workflowId);
    return;
  }
  await requireAttributes(context, 'Lists of human tasks over all runs');
  const ref = process as ProcessRef | undefined;
  const found = listRuns(context, {
    ...(ref !== undefined && { process: ref }),
    status: 'RUNNING',
    query: `${SEARCH_ATTRIBUTES.openTasks} IS NOT NULL`,
  });
  for await (const { id, runId, type } of found) yield { workflowId: id, runId, type };
}

async function describeRun(context: ClientContext, workflowId: string): Promise<Run> {
  const { server, client } = context;
  const { type, runId } = await explained({ server, workflowId }, () =>
    client.workflow.getHandle(workflowId).describe(),
  );
  return { workflowId, runId, type };
}

async function openTasksOf(
  context: ClientContext,
  run: Run,
  { onUnanswered }: TaskSources,
): Promise<readonly FoundTask[]> {
  try {
    return await askRun(context, run);
  } catch (error) {
    // Found by an index that lags: the run may have ended since.
    if (isClientError(error, 'not-found')) return [];
    if (onUnanswered === undefined || !isClientError(error)) throw error;
    onUnanswered(run.workflowId, error);
    return [];
  }
}

async function askRun(context: ClientContext, { workflowId, runId, type }: Run): Promise<FoundTask[]> {
  const { server, client } = context;
  const tasks = await explained({ server, workflowId, call: 'its human tasks' }, () =>
    context.answered(() =>
      client.workflow.getHandle(workflowId, runId).query<readonly HumanTask[]>(TASKS_QUERY),
    ),
  );
  return tasks.map((task) => ({ ...task, workflowId, runId, process: type }));
}
