import type { History } from '@temporalio/common/lib/proto-utils';
import { Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { isClientError, type BatonClient, type ListOptions, type RunInfo } from '../client';
import { batonPlugin, bundleWorkflows, type WorkflowBundle } from '../workers';

/** Workflow code, and what it takes to read histories with it. */
export interface ReplayCode extends Omit<ReplayWorkerOptions, 'workflowsPath' | 'workflowBundle'> {
  /** Absolute path of the file or folder that exports the workflow functions; not needed beside a `workflowBundle`. */
  readonly workflowsPath?: string;
  readonly workflowBundle?: WorkflowBundle;
}

export interface ReplayRunsOptions extends ReplayCode {
  /** Which runs. Default: `{ status: 'RUNNING' }`, those that are open. */
  readonly runs?: ListOptions;
  /** Of each workflow type at most as many, the latest. Default: all. */
  readonly limit?: number;
}

/** A run, and whether the code could go on with it. */
export interface ReplayedRun {
  readonly workflowId: string;
  /** Workflow type. */
  readonly type: string;
  /** Why it could not: where what the code does and what the history says part. */
  readonly error?: Error;
}

/** A run and its history, as `ProcessRun.history` gives it. */
export interface RunHistory {
  readonly workflowId: string;
  readonly history: History;
}

/**
 * Replays runs of a server against workflow code: those that it could not go on with have an `error`. A worker with that
 * code would fail their workflow tasks, again and again, until it has other code. Nothing is changed.
 *
 * Temporal calls: `ListWorkflowExecutions`, `GetWorkflowExecutionHistory`; `Worker.runReplayHistories`.
 *
 * @throws WorkerError when the workflow code cannot be loaded
 * @example
 * for await (const { workflowId, error } of replayRuns(client, { workflowsPath: require.resolve('../workflows') }))
 *   if (error) console.error(workflowId, error.message);
 */
export async function* replayRuns(
  client: BatonClient,
  { runs = { status: 'RUNNING' }, limit, ...code }: ReplayRunsOptions,
): AsyncGenerator<ReplayedRun, void, undefined> {
  yield* replayHistories(historiesOf(client, latest(client.list(runs), limit)), code);
}

/**
 * The same for histories that one has, such as those of runs that a test has made with the code of before.
 *
 * Temporal calls: `Worker.runReplayHistories`.
 *
 * @throws WorkerError when the workflow code cannot be loaded
 */
export async function* replayHistories(
  histories: AsyncIterable<RunHistory> | Iterable<RunHistory>,
  { workflowsPath, workflowBundle, ...options }: ReplayCode,
): AsyncGenerator<ReplayedRun, void, undefined> {
  const types = new Map<string, string>();
  const noted = async function* () {
    for await (const { workflowId, history } of histories) {
      types.set(workflowId, typeOf(history));
      yield { workflowId, history };
    }
  };
  const replayed = Worker.runReplayHistories(
    {
      ...options,
      workflowBundle: workflowBundle ?? (await bundle(workflowsPath, options)),
      plugins: [...(options.plugins ?? []), batonPlugin()],
    },
    noted(),
  );
  for await (const { workflowId, error } of replayed)
    yield { workflowId, type: types.get(workflowId) ?? '', ...(error && { error: told(error) }) };
}

function bundle(
  workflowsPath: string | undefined,
  { dataConverter, interceptors, bundlerOptions }: Omit<ReplayCode, 'workflowsPath'>,
): Promise<WorkflowBundle> {
  if (workflowsPath === undefined)
    throw new TypeError('Give workflowsPath or workflowBundle: what is to be replayed?');
  const { payloadConverterPath, failureConverterPath } = dataConverter ?? {};
  return bundleWorkflows({
    ...bundlerOptions,
    workflowsPath,
    workflowInterceptorModules: interceptors?.workflowModules ?? [],
    ...(payloadConverterPath !== undefined && { payloadConverterPath }),
    ...(failureConverterPath !== undefined && { failureConverterPath }),
  });
}

function typeOf({ events }: History): string {
  return events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';
}

/** Of what the native core says of a failed task, the sentence that tells why. */
function told(error: Error): Error {
  const [, why] = /Failure \{ message: "(.*?)", source:/s.exec(error.message) ?? [];
  return why === undefined ? error : new Error(why.replaceAll('\\"', '"'), { cause: error });
}

async function* historiesOf(
  client: BatonClient,
  runs: AsyncIterable<RunInfo>,
): AsyncGenerator<RunHistory, void, undefined> {
  for await (const { id, runId } of runs) {
    try {
      yield { workflowId: id, history: await client.history(id, runId) };
    } catch (error) {
      // Found by an index that lags: it may be gone.
      if (!isClientError(error, 'not-found')) throw error;
    }
  }
}

/** Of each type the first ones; lists begin with the latest. */
async function* latest(
  runs: AsyncIterable<RunInfo>,
  limit = Infinity,
): AsyncGenerator<RunInfo, void, undefined> {
  const counts = new Map<string, number>();
  for await (const run of runs) {
    const count = counts.get(run.type) ?? 0;
    if (count >= limit) continue;
    counts.set(run.type, count + 1);
    yield run;
  }
}
