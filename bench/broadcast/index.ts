import assert from 'node:assert/strict';
import type { BatonClient } from 'batonflow/client';
import { connect } from 'batonflow/client';
import { startDevServer } from 'batonflow/temporal';
import { createWorker } from 'batonflow/worker';
import { SIGNAL_SHARDS, signalRegistryId } from '../../src/shared/delivery';
import { table } from '../figures';

const RUNS = Number(process.env['BATON_BENCH_RUNS'] ?? 10_000);
/** Starts under way at a time. */
const AT_ONCE = 100;
const BROADCASTS = [1, 2];
const taskQueue = 'bench-broadcast';

/**
 * One signal, and thousands of runs that wait for it: two broadcasts, one right after the other, of which each run has to
 * hear both, once, in their order. Seconds, not a ratio.
 */
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
      for (const number of BROADCASTS) await client.broadcast('Heard', { number });
      await until(() => allHaveEnded(client), 5000);
    });
    await mustHaveHeardAll(client);
    const lengths = await Promise.all(registries().map((id) => lengthOf(client, id)));
    console.log(`\nA signal to ${RUNS.toLocaleString('en')} runs that wait for it\n`);
    table(
      ['step', 's', 'runs a second'],
      [
        ['started, and in the registry', waiting.toFixed(1), (RUNS / waiting).toFixed(0)],
        [`all have heard ${BROADCASTS.length} and ended`, heard.toFixed(1), (RUNS / heard).toFixed(0)],
      ],
    );
    console.log(`\nEach of them has heard broadcast ${BROADCASTS.join(' and ')}, once and in this order.`);
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
  let waiting = 0;
  for (const ids of waves()) {
    await Promise.all(ids.map((id) => client.start('listener', {}, { id })));
    for (const id of ids) await until(() => isListening(client, id));
    waiting += ids.length;
    if (waiting % 1000 === 0) console.log(`${waiting} wait`);
  }
}

function waves(): string[][] {
  const ids = Array.from({ length: RUNS }, (_, i) => `listener/${i}`);
  return ids.flatMap((_, i) => (i % AT_ONCE === 0 ? [ids.slice(i, i + AT_ONCE)] : []));
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

async function allHaveEnded(client: BatonClient): Promise<boolean> {
  const { count } = await client.client.workflow.count(
    `WorkflowType = 'listener' AND ExecutionStatus = 'Completed'`,
  );
  console.log(`${count} have ended`);
  return count >= RUNS;
}

async function mustHaveHeardAll(client: BatonClient): Promise<void> {
  for (const ids of waves()) {
    for (const result of await Promise.all(ids.map((id) => client.result(undefined, id)))) {
      assert.deepEqual(result, { heard: BROADCASTS });
    }
  }
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

async function until(isSo: () => Promise<boolean>, pause = 200): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, pause));
}
