import { resolveServer } from 'batonflow/temporal';
import { checkFailure, findExample } from './find-examples';
import { perform } from './perform';
import { performanceTable, stepLine } from './report';
import { stopSignal, untilAborted } from './stop-signal';

export interface OneOptions {
  /** Name of the failure to switch on. */
  readonly fail?: string | undefined;
  /** Serves services and the Temporal UI afterwards, until Ctrl-C. */
  readonly keep: boolean;
  /** Shows what the worker logs. */
  readonly verbose: boolean;
}

/**
 * Plays one example and tells its steps as they happen.
 *
 * @returns whether it ended as expected
 */
export async function playOne(name: string, { fail, keep, verbose }: OneOptions): Promise<boolean> {
  const found = await findExample(name);
  checkFailure(found, fail);
  const signal = stopSignal();
  console.log(`${found.example.title}\n${found.example.shows}`);
  if (fail !== undefined) console.log(`Failing: ${fail}. ${found.example.failures[fail]?.shows ?? ''}`);
  const server = await resolveServer({ onProgress: (text) => console.log(text) });
  try {
    const performances = await perform(found, {
      server,
      failure: fail,
      signal,
      verbose,
      onServices: (env) => {
        for (const [variable, value] of Object.entries(env)) console.log(`  ${variable}=${value}`);
      },
      onRun: (source, uiUrl = '') => console.log(`\n${source}: ${uiUrl}`),
      onStep: (step) => console.log(stepLine(step)),
      onIncident: (text) => console.log(`  ${text}`),
    });
    console.log(`\n${performanceTable(performances)}`);
    if (keep && server.dev) {
      console.log(`\nThe Temporal UI is at ${server.uiUrl ?? 'no address'} until Ctrl-C`);
      await untilAborted(signal);
    }
    return performances.every(({ ok }) => ok);
  } finally {
    await server.stop();
  }
}
