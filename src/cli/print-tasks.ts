import { delegationOf, type HumanTask } from '../shared/human-tasks';
import { table } from './table';

/** A task and the run it belongs to. */
type FoundTask = Omit<HumanTask, 'element'> & { readonly workflowId: string };

/** Tasks as a table, one line each. */
export function taskTable(tasks: readonly FoundTask[]): string {
  if (tasks.length === 0) return 'No open tasks.';
  const rows = tasks.map((task) => [
    task.workflowId,
    task.id,
    task.name,
    responsible(task),
    task.priority === undefined ? '' : String(task.priority),
    task.dueAt ?? '',
    task.followUpAt ?? '',
    task.input === undefined ? '' : JSON.stringify(task.input),
  ]);
  return table([['RUN', 'TASK', 'NAME', 'FOR', 'PRIORITY', 'DUE', 'FOLLOW UP', 'INPUT'], ...rows]);
}

/** A task after it was worked on: `Task_Approve#1 (Approve refund): claimed by eve` */
export function describeTask(task: Omit<HumanTask, 'element'>): string {
  const by = task.state === 'completed' ? task.completedBy : task.assignee;
  const state = delegationOf(task) ?? `${task.state}${by === undefined ? '' : ` by ${by}`}`;
  return `${task.id} (${task.name}): ${state}`;
}

/** Everything that is known of a task. */
export function taskDetails(task: HumanTask): string {
  const { comments = [] } = task;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Description', task.description],
    ['For', responsible(task)],
    ['Not for', task.excludedUsers?.join(', ')],
    ['Owner', task.owner],
    ['Delegation', task.delegation],
    ['Priority', task.priority?.toString()],
    ['Created', task.createdAt],
    ['Due', task.dueAt],
    ['Follow up', task.followUpAt],
    ['Closed', task.closedAt],
    ['Form', task.form],
    ['Input', task.input === undefined ? undefined : JSON.stringify(task.input)],
  ];
  return [
    describeTask(task),
    ...lines.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value}`])),
    ...comments.map(({ at, user, text }) => `  ${at}${user === undefined ? '' : ` ${user}`}: ${text}`),
  ].join('\n');
}

function responsible({ assignee, candidateUsers, candidateGroups }: Omit<HumanTask, 'element'>): string {
  if (assignee !== undefined) return assignee;
  const groups = candidateGroups.map((group) => `group ${group}`);
  return [...candidateUsers, ...groups].join(', ') || 'anybody';
}
