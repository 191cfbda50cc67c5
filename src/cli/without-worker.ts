import type { BatonClient } from '../client';

/** `temporal.api.enums.v1.TaskQueueType` */
const TASK_QUEUE_TYPE_WORKFLOW = 1;

/**
 * What to say where runs of a task queue would wait for a worker that is not there; undefined if there is one, or nobody
 * tells: it is no more than a hint, and not everybody may ask.
 */
export async function withoutWorker({ client }: BatonClient, taskQueue: string): Promise<string | undefined> {
  const request = {
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
  };
  const found = await client.workflowService.describeTaskQueue(request).catch(() => undefined);
  if (found === undefined || found.pollers.length > 0) return undefined;
  return `No worker takes tasks of the task queue "${taskQueue}": runs wait until one does (baton dev, baton worker).`;
}
