import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertMemo,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { builtInTaskQueue } from '../../shared/delivery';
import { isOpenTask, type HumanTask } from '../../shared/human-tasks';
import {
  TASK_CHANGED_SIGNAL,
  TASK_MEMO,
  WORK_ON_TASK,
  type InboxTask,
  type TaskWork,
} from '../../shared/inbox';
import { TASK_UPDATES, TASKS_QUERY } from '../../shared/names';
import { describeTask } from '../display';
import { taskAttributes } from '../task-attributes';

/**
 * Stands for one human task of a run while it is open, so that one list finds it by its search attributes and has it in
 * its memo. The run has the say: it tells of every change, and people's work on the task is handed on to it.
 */
export async function batonTask(first: InboxTask): Promise<HumanTask> {
  let now = first;
  let works = 0;
  const show = () => setCurrentDetails(describeTask(now.task));
  setHandler(defineQuery<readonly HumanTask[]>(TASKS_QUERY), () => [now.task]);
  setHandler(defineSignal<[InboxTask]>(TASK_CHANGED_SIGNAL), (changed) => {
    if (changed.version <= now.version) return;
    now = changed;
    show();
    upsertSearchAttributes(taskAttributes(now.task));
    upsertMemo({ [TASK_MEMO]: now });
  });
  for (const update of Object.values(TASK_UPDATES)) {
    setHandler(defineUpdate<HumanTask, [unknown]>(update), (command) =>
      handOn({ run: first.run, update, command, id: `${workflowInfo().runId}/${++works}` }),
    );
  }
  show();
  await condition(() => !isOpenTask(now.task) && allHandlersFinished());
  return now.task;
}

async function handOn(work: TaskWork): Promise<HumanTask> {
  const activities = proxyActivities<{ [WORK_ON_TASK](work: TaskWork): Promise<HumanTask> }>({
    taskQueue: builtInTaskQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '10 seconds',
    retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds', maximumAttempts: 10 },
  });
  try {
    return await activities[WORK_ON_TASK](work);
  } catch (error) {
    // What the run refuses is refused for the same reason here.
    throw error instanceof ActivityFailure && error.cause instanceof ApplicationFailure ? error.cause : error;
  }
}
