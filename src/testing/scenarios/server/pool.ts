import { availableParallelism, freemem } from 'node:os';
import type { WorkflowBundle } from '../../../workers';
import { Lane } from './lane';

/** What a server and its worker take. */
const LANE_BYTES = 350 * 1024 * 1024;
const MOST_LANES = 8;

/** How many servers run at a time: one for each processor, as far as there is memory, and no more than there is to do. */
export function laneCount(tasks: number): number {
  const room = Math.floor(freemem() / LANE_BYTES);
  return Math.max(1, Math.min(availableParallelism(), room, MOST_LANES, tasks));
}

/**
 * Works off tasks in their order, one at a time on each of several servers, until `signal` aborts. All servers have ended
 * when it returns.
 */
export async function inLanes<T>(
  workflowBundle: WorkflowBundle,
  tasks: readonly T[],
  signal: AbortSignal,
  work: (lane: Lane, task: T) => Promise<void>,
): Promise<void> {
  const queue = [...tasks];
  const lanes = Array.from({ length: laneCount(tasks.length) }, () => new Lane(workflowBundle));
  // Servers are processes of their own: they must not outlive this one.
  const stop = () => lanes.forEach((lane) => void lane.stop().catch(() => undefined));
  signal.addEventListener('abort', stop, { once: true });
  const results = await Promise.allSettled(
    lanes.map(async (lane) => {
      try {
        for (let task = queue.shift(); task !== undefined && !signal.aborted; task = queue.shift())
          await work(lane, task);
      } finally {
        await lane.close();
      }
    }),
  );
  signal.removeEventListener('abort', stop);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected' && !signal.aborted) throw failed.reason;
}
