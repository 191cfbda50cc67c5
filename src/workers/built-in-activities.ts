import { Context } from '@temporalio/activity';
import { Worker } from '@temporalio/worker';
import { deliveryActivities } from '../activities/built-in/delivery';
import { startActivities } from '../activities/built-in/start';
import { taskActivities } from '../activities/built-in/tasks';
import { restActivities } from '../activities/connectors/rest/activity';
import { builtInTaskQueue } from '../shared/delivery';
import { KnownSearchAttributes } from '../temporal';

/**
 * They are short calls of the server: a few pollers feed many of them, and none needs long to end. An offer of a message
 * never ends if the run that should answer was worked on here.
 */
const tuning = {
  activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 5 },
  maxConcurrentActivityTaskExecutions: 200,
  shutdownGraceTime: '1 second',
} as const;

/**
 * Runs a worker, and beside it, as long as it runs, one for the built-in activities of its runs. They have a task queue
 * of their own: one that workflows share with activity workers in other languages would hand them tasks that those do
 * not know, and the others' tasks to a worker that has no activities but these.
 *
 * @param run - makes the worker run
 */
export async function withBuiltInActivities(worker: Worker, run: () => Promise<void>): Promise<void> {
  const { workflowBundle, workflowsPath } = worker.options;
  // At once: who stops a worker looks whether it runs.
  const running = run();
  if (!workflowBundle && workflowsPath === undefined) return running;
  running.catch(() => undefined);
  try {
    const helper = await helperOf(worker);
    const helping = helper.run();
    helping.catch(() => stop(worker));
    await running.finally(() => stop(helper));
    await helping;
  } catch (error) {
    stop(worker);
    await running;
    throw error;
  }
}

function helperOf({ options, connection }: Worker): Promise<Worker> {
  const { namespace, taskQueue, identity, dataConverter, interceptors } = options;
  return Worker.create({
    ...tuning,
    namespace,
    taskQueue: builtInTaskQueue(taskQueue),
    identity,
    activities: {
      ...untilCancelled({
        ...deliveryActivities,
        ...startActivities(askingOnce(namespace)),
        ...taskActivities,
      }),
      ...restActivities,
    },
    interceptors: { activity: interceptors.activity, client: interceptors.client },
    ...(connection && { connection }),
    ...(dataConverter && { dataConverter }),
  });
}

/** Whether the server knows Baton's search attributes, for activities: their worker may have come without a connection. */
function askingOnce(namespace: string): () => Promise<boolean> {
  let known: KnownSearchAttributes | undefined;
  return async () => {
    known ??= new KnownSearchAttributes(Context.current().client.connection, namespace);
    return (await known.state()).registered;
  };
}

type Activity = (...args: never[]) => Promise<unknown>;

/** A worker that is to stop waits for no answer of the server any more: another one tries again. */
function untilCancelled(activities: Readonly<Record<string, Activity>>): Record<string, Activity> {
  const ending = Object.entries(activities).map(([name, activity]): [string, Activity] => [
    name,
    (...args) => Promise.race([activity(...args), Context.current().cancelled]),
  ]);
  return Object.fromEntries(ending);
}

/** Temporal only stops what runs. */
function stop(worker: Worker): void {
  if (worker.getState() === 'RUNNING') worker.shutdown();
}
