import type { BatonClient } from 'batonflow/client';
import { connect } from 'batonflow/client';
import { startDevServer } from 'batonflow/temporal';
import { createWorker } from 'batonflow/worker';
import { SIGNAL_SHARDS, signalRegistryId } from '../../src/shared/delivery';
import { table } from '../figures';

const RUNS = Number(process.env['BATON_BENCH_RUNS'] ?? 10_000);
/** Starts under way at a time. */
const AT_ONCE = 100;
const taskQueue = 'bench-broadcast';

/** One signal, and thousands of runs that wait for it. Seconds, not a ratio. */
export async function broadcast(): Promise<void> {
  const server = await startDevServer({ port: 0, uiPort: 0 });
  const { address } = server;
  const worker = await createWorker({
    workflowsPath: require.resolve('./workflows'),
    taskQueue,
    connection: { address },
  });
  const working = worker.run();
  const client = await connect({ address, taskQueue });
  try {
    const waiting = await seconds(() => startAll(client));
    const heard = await seconds(async () => {
      await client.broadcast('Heard');
      await until(async () => (await countOf(client, 'Completed')) >= RUNS);
    });
    const lengths = await Promise.all(registries().map((id) => lengthOf(client, id)));
    console.log(`\nA signal to ${RUNS.toLocaleString('en')} runs that wait for it\n`);
    table(
      ['step', 's', 'runs a second'],
      [
        ['started, and in the registry', waiting.toFixed(1), (RUNS / waiting).toFixed(0)],
        ['all have heard it and ended', heard.toFixed(1), (RUNS / heard).toFixed(0)],
      ],
    );
    console.log(`\nLongest history of a part of the registry: ${Math.max(...lengths)} events`);
  } finally {
    await client.close();
    await worker.shutdown();
    await working;
    await server.stop();
  }
}

/** In waves, each of which waits for the signal before the next one begins: a worker is not to be drowned. */
async function startAll(client: BatonClient): Promise<void> {
  for (let from = 0; from < RUNS; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, RUNS - from) }, (_, i) => `listener/${from + i}`);
    await Promise.all(ids.map((id) => client.start('listener', {}, { id })));
    for (const id of ids) await until(() => isListening(client, id));
    if ((from + AT_ONCE) % 1000 === 0) console.log(`${from + AT_ONCE} wait`);
  }
}

function registries(): string[] {
  return Array.from({ length: SIGNAL_SHARDS }, (_, shard) =>
    signalRegistryId({ deployment: taskQueue, name: 'Heard' }, shard),
  );
}

/** Its activity that enters it into the registry has ended. */
async function isListening(client: BatonClient, id: string): Promise<boolean> {
  const { raw } = await client.client.workflow.getHandle(id).describe();
  return (raw.pendingActivities?.length ?? 0) === 0 && Number(raw.workflowExecutionInfo?.historyLength) >= 10;
}

async function countOf(client: BatonClient, status: string): Promise<number> {
  const { count } = await client.client.workflow.count(
    `WorkflowType = 'listener' AND ExecutionStatus = '${status}'`,
  );
  return count;
}

async function lengthOf(client: BatonClient, id: string): Promise<number> {
  const { historyLength } = await client.client.workflow.getHandle(id).describe();
  return historyLength;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 200));
}
