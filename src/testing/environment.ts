import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Duration } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { BatonClient } from '../client';
import { lengthOf, parseIsoDuration } from '../shared/durations';
import {
  bundleWorkflows,
  createWorker,
  type ActivitySource,
  type BatonWorker,
  type CreateWorkerOptions,
  type WorkflowBundle,
} from '../workers';
import { collectActivities } from '../workers/activities';
import { installRuntime } from '../workers/runtime';
import { Attempts } from './scenarios/server/attempts';
import { untilIdle, untilStuck } from './scenarios/server/idle';
import { openServer, type OpenedServer, type TestServer } from './server';

export interface TestEnvironmentOptions extends Omit<CreateWorkerOptions, 'connection' | 'namespace'> {
  /** Absolute path of the file or folder that exports the workflow functions; not needed beside a `workflowBundle`. */
  readonly workflowsPath?: string;
  /** Real activities; a stub of the same name takes its place. */
  readonly activities?: ActivitySource;
  /** Stubs, made by `stub`: an array, a record, or a module. */
  readonly stubs?: ActivitySource;
  /** Default: `time-skipping`. */
  readonly server?: TestServer;
}

/** A running server, worker and client for tests; see {@link createTestEnvironment}. */
export class TestEnvironment implements AsyncDisposable {
  /** The typed client, connected and with the worker's task queue. */
  readonly client: BatonClient;
  readonly worker: BatonWorker;
  /** Temporal's own test environment. */
  readonly environment: TestWorkflowEnvironment;
  /** @internal */
  readonly attempts: Attempts;
  readonly #server: OpenedServer;
  readonly #working: Promise<void>;
  #disposed: Promise<void> | undefined;

  /** Made by `createTestEnvironment`. */
  constructor(parts: {
    readonly client: BatonClient;
    readonly worker: BatonWorker;
    readonly server: OpenedServer;
    readonly attempts: Attempts;
  }) {
    this.client = parts.client;
    this.worker = parts.worker;
    this.environment = parts.server.environment;
    this.attempts = parts.attempts;
    this.#server = parts.server;
    this.#working = parts.worker.run();
    // Told by dispose; until then nobody waits for it.
    this.#working.catch(() => undefined);
  }

  /**
   * Lets time pass on the time-skipping server: timers that fall due in it fire in their order. Time also passes by
   * itself while a result is awaited. Temporal calls: `UnlockTimeSkippingWithSleep`.
   *
   * @param duration ISO 8601 (`P3D`, `PT90M`), as Temporal writes it (`3 days`), or milliseconds
   * @throws Error when workflow code throws what Temporal takes for a bug (no ApplicationFailure): then no time passes
   * @example
   * await environment.advance('P7D');
   */
  async advance(duration: string | number): Promise<void> {
    if (!this.environment.supportsTimeSkipping) {
      throw new TypeError(
        'Time passes by itself on this server. Use the time-skipping one (server: "time-skipping") to advance it.',
      );
    }
    await this.#pass(await this.#toMilliseconds(duration));
  }

  /** What time it is for workflows. Temporal calls: `GetCurrentTime`. */
  async now(): Promise<Date> {
    return new Date(await this.environment.currentTimeMs());
  }

  /**
   * Waits until nothing is under way on the time-skipping server: no workflow task, activity, undelivered message or start
   * of a process. Timers, and activities that wait to be tried again, are idle: only time moves them. Temporal calls:
   * `ListOpenWorkflowExecutions`, `GetWorkflowExecutionHistory`.
   *
   * @throws Error when that does not happen within 15 seconds; it says what is under way
   * @example
   * const run = await environment.client.start(order, { orderId: '17' });
   * await environment.idle();
   * await expect(run).toBeWaitingAt('Task_Approve');
   */
  async idle(): Promise<void> {
    const unrest = await untilIdle(this, this.attempts);
    if (unrest !== undefined) throw new Error(`The test environment is not idle: ${unrest}.`);
  }

  /** Stops worker, client and server. Does nothing the second time. */
  dispose(): Promise<void> {
    this.#disposed ??= this.#dispose();
    return this.#disposed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  async #pass(time: Duration): Promise<void> {
    const over = new AbortController();
    // A call that is still under way when its connection is closed would be tried again, and fail outside of everything.
    const passing = this.environment.connection.withAbortSignal(over.signal, () =>
      this.environment.sleep(time),
    );
    try {
      const stuck = await Promise.race([passing, untilStuck(this, this.attempts, over.signal)]);
      if (typeof stuck === 'string')
        throw new Error(`No time passes, for the code of a run fails in the workflow: ${stuck}`);
    } finally {
      over.abort();
      await passing.catch(() => undefined);
    }
  }

  async #dispose(): Promise<void> {
    try {
      await this.worker.shutdown();
      await this.#working;
    } finally {
      await this.#server.close();
    }
  }

  /** Months have the length that they have from the current time on. */
  async #toMilliseconds(duration: string | number): Promise<Duration> {
    const iso = typeof duration === 'string' ? parseIsoDuration(duration) : undefined;
    return iso ? lengthOf(iso, await this.now()) : (duration as Duration);
  }
}

/**
 * Everything a test of processes needs, in one call: a server on which time can be skipped, a worker with the workflow
 * code and activities (real ones, or stubs), and the typed client. Works in any test runner.
 *
 * Start one per test file and dispose it at the end: workflow code is bundled once per file, and time is one clock per
 * server. Tests that need lists, schedules or search attributes set `server: 'dev'`.
 *
 * Temporal: `TestWorkflowEnvironment.createTimeSkipping`, `Worker.create`.
 *
 * @throws WorkerError for mistakes in workflow code and activities; ServerError when no server can be had
 * @example
 * const charge = stub(contracts.chargeCard, { receipt: 'r-1' });
 * const environment = await createTestEnvironment({ workflowsPath: require.resolve('../workflows'), stubs: [charge] });
 * afterAll(() => environment.dispose());
 *
 * test('an order that nobody restocks is given up after a week', async () => {
 *   const run = await environment.client.start(order, { orderId: '17', sku: 'RARE-1' });
 *   await environment.advance('P7D');
 *   expect(await run.result()).toMatchObject({ status: 'cancelled' });
 * });
 */
export async function createTestEnvironment(options: TestEnvironmentOptions): Promise<TestEnvironment> {
  const {
    workflowsPath: _path,
    workflowBundle: _bundle,
    activities,
    stubs,
    server: kind = 'time-skipping',
    taskQueue = `test-${randomUUID()}`,
    logger = quiet,
    telemetryOptions,
    workerHeartbeatInterval,
    shutdownSignals,
    ...workerOptions
  } = options;
  // Mistakes in the code are told before a server is started for it.
  const implementations = { ...collectActivities(activities), ...collectActivities(stubs) };
  const workflows = await workflowsFor(options);
  // The test environment starts the runtime, so it must have its options by then.
  installRuntime({ logger, telemetryOptions, workerHeartbeatInterval, shutdownSignals });

  const { dataConverter } = options;
  const server = await openServer(kind, dataConverter && { dataConverter });
  try {
    const { environment, uiUrl } = server;
    const namespace = environment.namespace ?? 'default';
    const attempts = new Attempts();
    const worker = await createWorker({
      registerSearchAttributes: !environment.supportsTimeSkipping,
      ...workerOptions,
      ...workflows,
      interceptors: withAttempts(workerOptions.interceptors, attempts),
      activities: implementations,
      taskQueue,
      namespace,
      connection: environment.nativeConnection,
    });
    const client = new BatonClient({
      client: environment.client,
      taskQueue,
      ...(uiUrl !== undefined && { uiUrl }),
    });
    return new TestEnvironment({ client, worker, server, attempts });
  } catch (error) {
    await server.close();
    throw error;
  }
}

function withAttempts(given: CreateWorkerOptions['interceptors'], attempts: Attempts) {
  return { ...given, activity: [attempts.interceptor, ...(given?.activity ?? [])] };
}

/** Failing activities are the point of many tests; their warnings are noise. */
const quiet = new DefaultLogger('ERROR');

const bundles = new Map<string, Promise<WorkflowBundle>>();

/** Bundling takes a second or two, so all environments of a process share it, except those with a way of their own. */
async function workflowsFor({
  workflowsPath,
  workflowBundle,
  bundlerOptions,
  interceptors,
  dataConverter,
  plugins,
  incidents,
}: Partial<CreateWorkerOptions>): Promise<Pick<CreateWorkerOptions, 'workflowsPath' | 'workflowBundle'>> {
  if (workflowBundle) return { workflowBundle };
  if (workflowsPath === undefined)
    throw new TypeError('Give workflowsPath or workflowBundle: what is to run?');
  const ownWay = bundlerOptions ?? interceptors?.workflowModules ?? dataConverter ?? plugins ?? incidents;
  if (ownWay !== undefined) return { workflowsPath };
  const path = resolve(workflowsPath);
  const bundle = bundles.get(path) ?? bundleWorkflows({ workflowsPath: path });
  bundles.set(path, bundle);
  return { workflowBundle: await bundle };
}
