import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenTask, ProcessRef, TaskFilter } from 'batonflow/client';
import type { Example } from '../runner/example';
import { followRun } from '../runner/follow';
import { openStage, type Stage } from '../runner/stage';
import type { Services } from '../services/service';

/** An example on a stage, in a test. */
export interface TestStage<S extends Services, P extends ProcessRef> extends Stage<S> {
  /** The worker's; no other test has it. */
  readonly taskQueue: string;
  /** Plays it once, with a failure if one is named, as the runner does; resolves to how it ended. */
  play(process: P, failure?: string): Promise<string>;
  /** Switches all failures of all services off. */
  heal(): void;
  /** The first open task of that name among those that the filter lets through, once there is one. */
  opened(filter: TaskFilter<ProcessRef>, name: string): Promise<OpenTask>;
}

const LOOK_AGAIN_MS = 50;

/**
 * Starts services and worker of an example, on the dev server that all tests share and a task queue of their own.
 *
 * @param folder the example's, absolute
 */
export async function startStage<S extends Services, A extends ProcessRef, B extends ProcessRef>(
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
    taskQueue,
    heal() {
      for (const service of Object.values(services.all)) if (canFail(service)) service.heal();
    },
    async opened(filter, name) {
      for (;;) {
        // Runs of other tests are listed as well, and while no worker is there, nobody answers.
        const tasks = await client.tasks.list({ ...filter, onUnanswered: () => undefined });
        const task = tasks.find((one) => one.name === name);
        if (task) return task;
        await sleep(LOOK_AGAIN_MS, undefined, { signal: over.signal });
      }
    },
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

function canFail(service: object): service is { heal(): void } {
  return 'heal' in service;
}
