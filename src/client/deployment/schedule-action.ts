import type { ScheduleDescription, ScheduleOptionsStartWorkflowAction, Workflow } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { TIMER_MEMO } from '../../shared/names';
import type { ClientContext } from '../context';
import { startOptions } from '../start';
import { defaultPolicies } from './policies';
import type { TimerStart } from './timer-starts';

export type StartAction = ScheduleOptionsStartWorkflowAction<Workflow>;

/** What is done at every start of the process, as Temporal takes it. */
export async function startAction(
  { process, deployment, startEvent, timer, name }: TimerStart,
  { taskQueue, context }: { readonly taskQueue: string; readonly context: ClientContext },
): Promise<StartAction> {
  const { registered } = await context.searchAttributes();
  const { type } = process;
  const options = startOptions(
    process,
    { id: `${type}/${deployment}/${name}`, startEvent, memo: { [TIMER_MEMO]: timer } },
    { taskQueue, attributes: registered },
  );
  return { type: 'startWorkflow', workflowType: type, args: [{}], ...options };
}

export function timerOf({ action }: ScheduleDescription): unknown {
  return action.memo?.[TIMER_MEMO];
}

/** Whether a schedule starts runs in this way. */
export function startsLike({ action, policies: theirs }: ScheduleDescription, wanted: StartAction): boolean {
  const ours = defaultPolicies();
  return (
    essence(action as StartAction) === essence(wanted) &&
    theirs.overlap === ours.overlap &&
    theirs.catchupWindow === ours.catchupWindow
  );
}

function essence(action: StartAction): string {
  const { workflowType, workflowId, taskQueue, args, memo = {}, staticSummary, staticDetails } = action;
  const given = action.typedSearchAttributes;
  const pairs = given instanceof TypedSearchAttributes ? given.getAll() : (given ?? []);
  const attributes = pairs.map(({ key, value }) => [key.name, value]);
  const sorted = (entries: unknown[][]) => entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return JSON.stringify([
    [workflowType, workflowId, taskQueue, args, staticSummary ?? '', staticDetails ?? ''],
    sorted(Object.entries(memo)),
    sorted(attributes),
  ]);
}
