import { condition, sleep } from '@temporalio/workflow';

/**
 * Waits for a condition, but not for longer than some time; gives whether it has come true.
 *
 * Unlike Temporal's `condition` it lets the timer run on. Temporal servers get stuck when a workflow task that cancels a
 * timer and continues as new has to be done again, because a signal came in between (`BadCancelTimerAttributes`).
 */
export async function comesTrueIn(milliseconds: number, isSo: () => boolean): Promise<boolean> {
  if (isSo()) return true;
  let isLate = false;
  ring(milliseconds, () => (isLate = true));
  await condition(() => isSo() || isLate);
  return isSo();
}

/** Calls `then` after some time, unless the workflow has ended. */
export function ring(milliseconds: number, then: () => void): void {
  sleep(Math.max(1, milliseconds)).then(then, () => undefined);
}
