import { SEARCH_ATTRIBUTES, TASKS_QUERY } from '../shared/names';
import { isOpenTask, type HumanTask } from '../shared/human-tasks';
import { TASK_WORKFLOW } from '../shared/inbox';
import { askRuns, describeRun, type RunAddress, type RunSources } from './ask-runs';
import type { ClientContext } from './context';
import { explained } from './explain';
import { requireAttributes } from './list';
import type { TaskCriteria } from './task-filter';
import { tasksOfInboxes, type FoundTask } from './task-inboxes';

/** Where to look for tasks, and which. */
export interface TaskQuery extends Omit<RunSources, 'within'>, TaskCriteria {}

/** The open tasks that there are: those with workflows of their own, which lists have, and those of runs that are asked. */
export async function openTasks(context: ClientContext, query: TaskQuery): Promise<FoundTask[]> {
  if (query.workflowId !== undefined) return tasksOfRuns(context, query);
  await requireAttributes(context, 'Lists of human tasks over all runs');
  const [asked, listed] = await Promise.all([tasksOfRuns(context, query), tasksOfInboxes(context, query)]);
  return [...listed, ...asked];
}

async function tasksOfRuns(context: ClientContext, sources: RunSources): Promise<FoundTask[]> {
  const filter = `${SEARCH_ATTRIBUTES.openTasks} IS NOT NULL AND WorkflowType != '${TASK_WORKFLOW}'`;
  return askRuns(
    context,
    sources,
    () => Promise.resolve(filter),
    async (run) => (await askRun(context, run)).filter(isOpenTask),
  );
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
