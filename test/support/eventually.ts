import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds: most of what a test has in all, for machines may be busy with other things. */
const PATIENCE = 120_000;

/**
 * Asks until the answer is `done`: lists of runs lag behind, and other processes take their time.
 *
 * @param done - default: there is an answer, and it is not `false`
 */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  done: (answer: T) => boolean = (answer) => answer !== undefined && answer !== false,
): Promise<Exclude<T, undefined>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer as Exclude<T, undefined>;
    if (Date.now() > end)
      throw new Error(`It did not happen; the last answer was ${JSON.stringify(answer)}.`);
    await sleep(50);
  }
}
