import { Client, Connection } from '@temporalio/client';
import {
  type BundlerPlugin,
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Worker,
} from '@temporalio/worker';
import { batonPlugin } from 'batonflow/worker';
import { startDevServer } from 'batonflow/temporal';
import { join } from 'node:path';
import { compare, ratios, table } from '../figures';
import * as activities from './activities';

const ROUNDS = 60;
const WARM_UP = 5;

interface Measured {
  readonly latency: number;
  readonly events: number;
  readonly workflowTasks: number;
  readonly historyBytes: number;
}

/**
 * What Baton's SDK costs against the same workflow in raw @temporalio: run in pairs, on one server, so that noise of
 * the machine hits both alike. Workers differ only in what Baton adds.
 */
export async function overhead(): Promise<void> {
  const server = await startDevServer({});
  const native = await NativeConnection.connect({ address: server.address });
  const connection = await Connection.connect({ address: server.address });
  try {
    const client = new Client({ connection });
    const quiet = new DefaultLogger('ERROR');
    const bundle = (file: string, plugins: BundlerPlugin[] = []) =>
      bundleWorkflowCode({ workflowsPath: join(__dirname, file), logger: quiet, plugins });
    const [rawBundle, batonBundle] = [await bundle('raw.ts'), await bundle('baton.ts', [batonPlugin()])];
    const raw = await Worker.create({
      connection: native,
      taskQueue: 'raw',
      workflowBundle: rawBundle,
      activities: { rawStep: activities.rawStep },
    });
    const baton = await Worker.create({
      connection: native,
      taskQueue: 'baton',
      workflowBundle: batonBundle,
      bundlerOptions: { logger: quiet } as never,
      activities: { step: activities.step },
      plugins: [batonPlugin()],
    });

    const measure = async (type: string, taskQueue: string): Promise<Measured> => {
      const started = performance.now();
      const handle = await client.workflow.start(type, {
        taskQueue,
        workflowId: `${type}-${crypto.randomUUID()}`,
        args: [{ n: 0 }],
      });
      await handle.result();
      const latency = performance.now() - started;
      const { historyLength } = await handle.describe();
      const { events } = await handle.fetchHistory();
      return {
        latency,
        events: historyLength,
        workflowTasks: (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes).length,
        historyBytes: Number((await handle.describe()).historySize ?? 0),
      };
    };

    const pairs: [Measured, Measured][] = [];
    await raw.runUntil(
      baton.runUntil(async () => {
        for (let round = -WARM_UP; round < ROUNDS; round++) {
          // Who goes first alternates: the second of a pair finds the server warmer.
          const first = round % 2 === 0;
          const a = first ? await measure('viaRaw', 'raw') : undefined;
          const b = await measure('viaBaton', 'baton');
          const c = a ?? (await measure('viaRaw', 'raw'));
          if (round >= 0) pairs.push([c, b]);
        }
      }),
    );

    const median = (pick: (measured: Measured) => number, side: 0 | 1) =>
      compare(pairs.map((pair) => pick(pair[side]))).median;
    console.log(`\nCode-first SDK against raw @temporalio: 10 activities in a row; ${ROUNDS} pairs\n`);
    table(
      ['', 'raw', 'Baton', 'ratio (median, quartiles)'],
      [
        [
          'latency, ms',
          median((m) => m.latency, 0).toFixed(1),
          median((m) => m.latency, 1).toFixed(1),
          ratios(pairs.map(([r, b]) => b.latency / r.latency)),
        ],
        [
          'history events',
          median((m) => m.events, 0),
          median((m) => m.events, 1),
          ratios(pairs.map(([r, b]) => b.events / r.events)),
        ],
        [
          'workflow tasks',
          median((m) => m.workflowTasks, 0),
          median((m) => m.workflowTasks, 1),
          ratios(pairs.map(([r, b]) => b.workflowTasks / r.workflowTasks)),
        ],
        [
          'history, bytes',
          median((m) => m.historyBytes, 0),
          median((m) => m.historyBytes, 1),
          ratios(pairs.map(([r, b]) => b.historyBytes / r.historyBytes)),
        ],
        [
          'bundle, kB',
          (rawBundle.code.length / 1024).toFixed(0),
          (batonBundle.code.length / 1024).toFixed(0),
          (batonBundle.code.length / rawBundle.code.length).toFixed(2),
        ],
      ],
    );
  } finally {
    await connection.close();
    await native.close();
    await server.stop();
  }
}
