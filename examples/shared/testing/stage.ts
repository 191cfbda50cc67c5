import { randomUUID } from 'node:crypto';
import type { ProcessRef } from 'batonflow/client';
import type { Example } from '../runner/example';
import { followRun } from '../runner/follow';
import { openStage, type Stage } from '../runner/stage';
import type { Service } from '../services/service';

/** An example on a stage, in a test. */
export interface TestStage<S extends Service, P extends ProcessRef> extends Stage<S> {
  /** Plays it once, with a failure if one is named, as the runner does; resolves to how it ended. */
  play(process: P, failure?: string): Promise<string>;
}

/**
 * Starts services and worker of an example, on the dev server that all tests share and a task queue of their own.
 *
 * @param folder the example's, absolute
 */
export async function startStage<S extends Service, A extends ProcessRef, B extends ProcessRef>(
  example: Example<S, A, B>,
  folder: string,
): Promise<TestStage<S, A | B>> {
  const over = new AbortController();
  const address = process.env['BATON_TEST_ADDRESS'] ?? '';
  const server = { address, namespace: 'default', connectionOptions: { address } };
  const taskQueue = `test-${randomUUID()}`;
  const stage = await openStage({ example, folder, server, taskQueue, signal: over.signal });
  const { client, services } = stage;
  return {
    ...stage,
    play(process, failure) {
      if (failure !== undefined) example.failures[failure]?.switchOn?.(services);
      return example.play({
        process,
        client,
        services,
        failure,
        follow: (run, people = {}) =>
          followRun(run, { client, people, onStep: () => undefined, signal: over.signal }),
      });
    },
    async stop() {
      over.abort(new Error('The test is over.'));
      await stage.stop();
    },
  };
}
