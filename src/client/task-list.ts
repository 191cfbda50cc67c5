import { SEARCH_ATTRIBUTES, TASKS_QUERY } from '../shared/names';
import { isOpenTask, type HumanTask } from '../shared/human-tasks';
import { askRuns, describeRun, type RunAddress, type RunSources } from './ask-runs';
import type { ClientContext } from './context';
import { explained } from './explain';
import { requireAttributes } from './list';

/** A task, and the run that it belongs to. */
export interface FoundTask extends HumanTask {
  readonly workflowId: string;
  readonly runId: string;
  /** Workflow type. */
  readonly process: string;
}

/** Where to look for tasks. */
export type TaskSources = RunSources;

/** The open tasks of all runs that have some, or of one run, each asked for its own. */
export async function tasksOfRuns(context: ClientContext, sources: TaskSources): Promise<FoundTask[]> {
  const filter = async () => {
    await requireAttributes(context, 'Lists of human tasks over all runs');
    return `${SEARCH_ATTRIBUTES.openTasks} IS NOT NULL`;
  };
  return askRuns(context, sources, filter, async (run) => (await askRun(context, run)).filter(isOpenTask));
}

/** All tasks of one run, those that are closed as well. */
export async function allTasksOf(context: ClientContext, workflowId: string): Promise<FoundTask[]> {
  return askRun(context, await describeRun(context, workflowId));
}

async function askRun(context: ClientContext, { workflowId, runId, type }: RunAddress): Promise<FoundTask[]> {
  const { server, client } = context;
  const tasks = await explained({ server, workflowId, call: 'its human tasks' }, () =>
    context.answered(() =>
      client.workflow.getHandle(workflowId, runId).query<readonly HumanTask[]>(TASKS_QUERY),
    ),
  );
  return tasks.map((task) => ({ ...task, workflowId, runId, process: type }));
}
