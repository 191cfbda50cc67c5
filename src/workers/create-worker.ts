import {
  Runtime,
  Worker,
  type NativeConnection,
  type NativeConnectionOptions,
  type RuntimeOptions,
  type BundlerPlugin,
  type WorkerOptions,
} from '@temporalio/worker';
import { DEFAULT_TASK_QUEUE } from '../shared/names';
import type { ActivitySource } from './activities';
import { collectActivities } from './activities';
import { BatonWorker } from './baton-worker';
import { bundleWorkflows } from './bundle';
import { connectWorker } from './connect';
import { WorkerError } from './errors';
import { batonPlugin } from './plugin';
import { installRuntime } from './runtime';
import { prepareSearchAttributes } from './search-attributes';
import { enforceUtc } from './utc';

/**
 * Temporal's `WorkerOptions` and `RuntimeOptions` under their own names, with these differences: activities may be
 * given in several ways, the connection may be options or nothing, and the task queue has a default.
 */
export interface CreateWorkerOptions
  extends Omit<WorkerOptions, 'activities' | 'connection' | 'taskQueue'>, RuntimeOptions {
  /** Default: `BATON_TASK_QUEUE`, which `baton dev` and `baton worker` set, else `baton`. */
  readonly taskQueue?: string;
  /** Modules, records, functions, or an array of these. */
  readonly activities?: ActivitySource;
  /**
   * A connection to share (it is not closed), or options for one. Default: from the environment, as Temporal's own
   * tools read it (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS_…`, `temporal.toml`).
   */
  readonly connection?: NativeConnection | NativeConnectionOptions;
  /**
   * Whether failures of processes whose contract does not say stop only the branch that they are in, until a person has
   * dealt with them (docs/incidents.md). Default: false, the run fails. It goes into the bundle of the workflow code: give
   * it to `bundleWorkflows` where that is made beforehand.
   */
  readonly incidents?: boolean;
  /** Register Baton's search attributes if they are missing. Default: true. */
  readonly registerSearchAttributes?: boolean;
}

/**
 * Makes a worker: it runs the workflows and activities given here, for one task queue. Beyond Temporal's
 * `Worker.create` it
 *
 * - bundles the workflow code with errors that say what to do (see `bundleWorkflows`),
 * - has slots and pollers for many clients at once, keeps at most 500 runs in memory on Node before 24 (more of them would
 *   make each slower), and lets activities finish for 10 seconds when it stops,
 * - runs the process in UTC, because workflow code follows the machine's time zone otherwise,
 * - gives activities their idempotency keys (as `batonPlugin` does for a raw worker),
 * - registers Baton's search attributes (`OperatorService.AddSearchAttributes`), or logs the commands to do so.
 *
 * It stops on SIGINT, SIGTERM, SIGQUIT and SIGUSR2; `shutdownSignals: []` leaves that to you. Logger, metrics
 * (`telemetryOptions.metrics`: Prometheus or OpenTelemetry) and signals belong to the process: the first worker sets
 * them (`Runtime.install`).
 *
 * @throws WorkerError for mistakes in code and options; ServerError when the server does not answer or refuses
 * @example
 * const worker = await createWorker({ workflowsPath: require.resolve('./workflows'), activities });
 * await worker.run();
 */
export async function createWorker(options: CreateWorkerOptions): Promise<BatonWorker> {
  const {
    taskQueue = process.env['BATON_TASK_QUEUE'] || DEFAULT_TASK_QUEUE,
    activities,
    connection: given,
    registerSearchAttributes = true,
    logger,
    telemetryOptions,
    workerHeartbeatInterval,
    shutdownSignals,
    ...temporalOptions
  } = options;
  // Before anything is opened: mistakes of the user leave nothing behind.
  const collected = collectActivities(activities);
  const { workflows, rest } = await prepareWorkflows(temporalOptions);
  installRuntime({ logger, telemetryOptions, workerHeartbeatInterval, shutdownSignals });
  enforceUtc();

  const { connection, namespace, own } = await connectWorker(given, temporalOptions.namespace);
  try {
    if (registerSearchAttributes) {
      await prepareSearchAttributes(connection, namespace, Runtime.instance().logger);
    }
    const worker = await Worker.create({
      ...rest,
      ...workflows,
      namespace,
      taskQueue,
      connection,
      activities: collected,
      plugins: [...(temporalOptions.plugins ?? []), batonPlugin()],
    });
    return new BatonWorker({ worker, connection, namespace, taskQueue, closeConnection: own });
  } catch (error) {
    if (own) await connection.close();
    throw error;
  }
}

type Prepared = Pick<WorkerOptions, 'workflowBundle'>;
type GivenOptions = Partial<WorkerOptions> & Pick<CreateWorkerOptions, 'incidents'>;

/** Bundles the workflow code, and takes what only the bundler needs out of the options. */
async function prepareWorkflows({
  incidents,
  ...options
}: GivenOptions): Promise<{ workflows: Prepared; rest: Partial<WorkerOptions> }> {
  const { workflowsPath, workflowBundle, dataConverter, plugins } = options;
  if (workflowBundle || workflowsPath === undefined) {
    if (incidents !== undefined) throw incidentsTooLate();
    return { workflows: {}, rest: options };
  }
  const { bundlerOptions, interceptors, workflowsPath: _, ...others } = options;
  const { workflowModules = [], ...otherInterceptors } = interceptors ?? {};
  const workflows = await bundleWorkflows({
    ...bundlerOptions,
    workflowsPath,
    ...(incidents !== undefined && { incidents }),
    workflowInterceptorModules: workflowModules,
    ...(dataConverter?.payloadConverterPath && { payloadConverterPath: dataConverter.payloadConverterPath }),
    ...(dataConverter?.failureConverterPath && { failureConverterPath: dataConverter.failureConverterPath }),
    plugins: (plugins ?? []) as BundlerPlugin[],
  });
  return { workflows: { workflowBundle: workflows }, rest: { ...others, interceptors: otherInterceptors } };
}

function incidentsTooLate(): WorkerError {
  return new WorkerError(
    'The option incidents is for workflow code that createWorker bundles (workflowsPath). Code that was bundled before ' +
      'has it from bundleWorkflows({ workflowsPath, incidents }); or say it in the contracts of the processes.',
    { code: 'bad-option' },
  );
}
