import { Client, Connection } from '@temporalio/client';
import {
  NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { startDevServer } from 'batonflow/temporal';
import { compare, ratios, table } from './figures';

/** One of two ways to do the same. */
export interface Side {
  readonly name: string;
  /** Workflow type. */
  readonly type: string;
  readonly input: unknown;
  readonly bundle: WorkflowBundleWithSourceMap;
  /** What its worker has besides: the two differ in nothing else. */
  readonly worker: Pick<WorkerOptions, 'activities' | 'plugins'>;
}

interface Measured {
  readonly latency: number;
  readonly replay: number;
  readonly events: number;
  readonly workflowTasks: number;
  readonly historyBytes: number;
}

const ROWS: readonly (readonly [string, (measured: Measured) => number, number])[] = [
  ['latency, ms', ({ latency }) => latency, 1],
  ['replay, ms', ({ replay }) => replay, 1],
  ['history events', ({ events }) => events, 0],
  ['workflow tasks', ({ workflowTasks }) => workflowTasks, 0],
  ['history, bytes', ({ historyBytes }) => historyBytes, 0],
];

/**
 * Runs two workflows in pairs, on one server, so that the noise of the machine hits both alike, and prints how the
 * second compares with the first.
 */
export async function sideBySide(
  title: string,
  [first, second]: readonly [Side, Side],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<void> {
  const pairs = await measurePairs([first, second], { rounds, warmUp });
  const median = (pick: (measured: Measured) => number, side: 0 | 1) =>
    compare(pairs.map((pair) => pick(pair[side]))).median;
  console.log(`\n${title}; ${rounds} pairs\n`);
  table(
    ['', first.name, second.name, 'ratio (median, quartiles)'],
    [
      ...ROWS.map(([name, pick, digits]) => [
        name,
        median(pick, 0).toFixed(digits),
        median(pick, 1).toFixed(digits),
        ratios(pairs.map(([a, b]) => pick(b) / pick(a))),
      ]),
      [
        'bundle, kB',
        (first.bundle.code.length / 1024).toFixed(0),
        (second.bundle.code.length / 1024).toFixed(0),
        (second.bundle.code.length / first.bundle.code.length).toFixed(2),
      ],
    ],
  );
}

async function measurePairs(
  [first, second]: readonly [Side, Side],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<[Measured, Measured][]> {
  const server = await startDevServer({});
  const native = await NativeConnection.connect({ address: server.address });
  const connection = await Connection.connect({ address: server.address });
  try {
    const client = new Client({ connection });
    const workerOf = ({ bundle, worker, type }: Side) =>
      Worker.create({
        connection: native,
        taskQueue: type,
        workflowBundle: bundle,
        ...worker,
      });
    const [a, b] = [await workerOf(first), await workerOf(second)];
    const pairs: [Measured, Measured][] = [];
    await a.runUntil(
      b.runUntil(async () => {
        for (let round = -warmUp; round < rounds; round++) {
          // Who goes first alternates: the second of a pair finds the server warmer.
          const early = round % 2 === 0 ? await measure(first, client) : undefined;
          const theirs = await measure(second, client);
          const ours = early ?? (await measure(first, client));
          if (round >= 0) pairs.push([ours, theirs]);
        }
      }),
    );
    return pairs;
  } finally {
    await connection.close();
    await native.close();
    await server.stop();
  }
}

async function measure({ type, input, bundle, worker }: Side, client: Client): Promise<Measured> {
  const started = performance.now();
  const handle = await client.workflow.start(type, {
    taskQueue: type,
    workflowId: `${type}-${crypto.randomUUID()}`,
    args: [input],
  });
  await handle.result();
  const latency = performance.now() - started;
  const { historyLength, historySize } = await handle.describe();
  const history = await handle.fetchHistory();

  const replayed = performance.now();
  await Worker.runReplayHistory(
    { workflowBundle: bundle, plugins: worker.plugins ?? [] },
    history,
    handle.workflowId,
  );
  return {
    latency,
    replay: performance.now() - replayed,
    events: historyLength,
    workflowTasks: (history.events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes)
      .length,
    historyBytes: Number(historySize ?? 0),
  };
}
