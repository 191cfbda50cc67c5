import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves when all these processes have ended; the test's own timeout is the limit. */
export async function untilEnded(...pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await sleep(50);
}
