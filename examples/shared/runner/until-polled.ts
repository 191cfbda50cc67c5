import { setTimeout as sleep } from 'node:timers/promises';
import type { BatonClient } from 'batonflow/client';

const LOOK_AGAIN_MS = 100;

/** Resolves when a worker polls the task queue. What is started before waits for it; only the times are not those then. */
export async function untilPolled(
  { client }: BatonClient,
  taskQueue: string,
  signal: AbortSignal,
): Promise<void> {
  const request = {
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    // That of workflow tasks.
    taskQueueType: 1,
  };
  for (;;) {
    const { pollers } = await client.workflowService.describeTaskQueue(request);
    if (pollers.length > 0) return;
    await sleep(LOOK_AGAIN_MS, undefined, { signal });
  }
}
