import { isOpenTask, type HumanTask } from '../shared/human-tasks';
import { ANYBODY, ANYTHING, TASK_MEMO, TASK_WORKFLOW, type InboxTask } from '../shared/inbox';
import { SEARCH_ATTRIBUTES } from '../shared/names';
import type { RunSources } from './ask-runs';
import type { ClientContext } from './context';
import { listRuns, quote } from './list';
import { typeOf, type ProcessRef } from './process-types';
import type { TaskCriteria } from './task-filter';

/** A task, and the run that it belongs to. */
export interface FoundTask extends HumanTask {
  readonly workflowId: string;
  readonly runId: string;
  /** Workflow type. */
  readonly process: string;
}

const { openTasks, process: processAttribute, taskAssignee, taskDue, taskState } = SEARCH_ATTRIBUTES;

/** The open tasks that have workflows of their own: the list itself has them, so nobody is asked. */
export async function tasksOfInboxes(
  context: ClientContext,
  query: RunSources & TaskCriteria,
): Promise<FoundTask[]> {
  const tasks: FoundTask[] = [];
  const conditions = [`WorkflowType = '${TASK_WORKFLOW}'`, ...conditionsOf(query)];
  const found = listRuns(context, { status: 'RUNNING', query: conditions.join(' AND ') });
  for await (const { execution } of found) {
    const inbox = execution.memo?.[TASK_MEMO] as InboxTask | undefined;
    if (!inbox || !isOpenTask(inbox.task)) continue;
    const { workflowId, runId, type } = inbox.run;
    tasks.push({ ...inbox.task, workflowId, runId, process: type });
  }
  return tasks;
}

/** What the server can look for; it is only a first choice, for the index lags, and says `*` where it has no room. */
function conditionsOf(query: RunSources & TaskCriteria): string[] {
  const { process, assignee, user, groups = [], group, element, claimed, dueBefore } = query;
  const isAmong = (...values: readonly string[]) =>
    `${openTasks} IN (${[...values, ANYTHING].map(quote).join(', ')})`;
  const candidates = [`user:${user}`, ...groups.map((one) => `group:${one}`), ANYBODY];
  return [
    ...(process === undefined ? [] : [`${processAttribute} = ${quote(typeOf(process as ProcessRef))}`]),
    ...(assignee === undefined ? [] : [`${taskAssignee} = ${quote(assignee)}`]),
    ...(user === undefined
      ? []
      : [`(${taskAssignee} = ${quote(user)} OR (${taskAssignee} IS NULL AND ${isAmong(...candidates)}))`]),
    ...(group === undefined ? [] : [isAmong(`group:${group}`)]),
    ...(element === undefined ? [] : [isAmong(element)]),
    ...(claimed === undefined ? [] : [`${taskState} = '${claimed ? 'claimed' : 'open'}'`]),
    ...(dueBefore === undefined ? [] : [`${taskDue} < '${dueBefore.toISOString()}'`]),
  ];
}
