import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../../temporal/processes';

export { isRunning };

/** Resolves when all these processes have ended; the test's own timeout is the limit. */
export async function untilEnded(...pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await sleep(50);
}
