import { availableParallelism } from 'node:os';
import { resolveServer } from 'batonflow/temporal';
import { exampleNames, findExample, type FoundExample } from './find-examples';
import { perform, type Performance } from './perform';
import { performanceTable } from './report';
import { stopSignal, untilAborted } from './stop-signal';

export interface AllOptions {
  /** Serves the Temporal UI after the table, until Ctrl-C. */
  readonly keep: boolean;
}

/**
 * Plays all examples once, some side by side, and prints a table of how they went.
 *
 * @returns whether all ended as expected
 */
export async function playAll({ keep }: AllOptions): Promise<boolean> {
  const signal = stopSignal();
  const examples = await Promise.all(exampleNames().map((name) => findExample(name)));
  const server = await resolveServer({ onProgress: (text) => console.log(text) });
  try {
    const queue = [...examples];
    const performances = new Map<string, readonly Performance[]>();
    const next = async () => {
      for (let found = queue.shift(); found; found = queue.shift()) {
        console.log(`${found.name} …`);
        performances.set(found.name, await played(found));
      }
    };
    // All of them end before this does, also when they are stopped.
    const ended = await Promise.allSettled(Array.from({ length: availableParallelism() }, next));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;

    const ordered = examples.flatMap(({ name }) => performances.get(name) ?? []);
    console.log(`\n${performanceTable(ordered)}\n`);
    const failed = ordered.filter(({ ok }) => !ok).length;
    console.log(`${ordered.length - failed} ended as expected, ${failed} did not`);
    if (keep && server.dev) {
      console.log(`The Temporal UI is at ${server.uiUrl ?? 'no address'} until Ctrl-C`);
      await untilAborted(signal);
    }
    return failed === 0 && ordered.length > 0;
  } finally {
    await server.stop();
  }

  async function played(found: FoundExample): Promise<readonly Performance[]> {
    try {
      return await perform(found, { server, signal });
    } catch (error) {
      signal.throwIfAborted();
      const result = error instanceof Error ? error.message : String(error);
      return [
        { example: found.name, source: 'by hand', result, ok: false, steps: 0, seconds: 0, uiUrl: undefined },
      ];
    }
  }
}
