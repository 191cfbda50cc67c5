import { join } from 'node:path';
import { connect } from 'batonflow/client';
import { startDevServer } from 'batonflow/temporal';
import { createWorker } from 'batonflow/worker';
import { table } from '../figures';
import { packing } from './contracts';

const COUNTS = process.env.BATON_ITEMS?.split(',').map(Number) ?? [500, 2_000, 10_000];

/**
 * Multi-instance over thousands of items (`BATON_ITEMS=500,2000`: over as many), on a dev server: how long it takes for each, what the history of the run itself
 * holds, and in how many runs. The events of the run must not grow with the items but with the slices. Figures of this
 * machine, not ratios.
 */
export async function slices(): Promise<void> {
  const server = await startDevServer();
  const worker = await createWorker({
    workflowsPath: join(__dirname, 'workflows.ts'),
    activities: { pack: ({ item }: { item: number }) => Promise.resolve({ parcel: `p${item}` }) },
    taskQueue: 'bench-slices',
    connection: { address: server.address },
  });
  const working = worker.run();
  const client = await connect({ address: server.address, taskQueue: 'bench-slices' });
  try {
    const rows: (readonly unknown[])[] = [];
    for (const count of COUNTS) {
      const items = Array.from({ length: count }, (_, i) => i);
      const started = performance.now();
      const run = await client.start(packing, { items });
      const { parcels } = await run.result();
      const seconds = (performance.now() - started) / 1000;
      const isRight = parcels.length === count && parcels.every((parcel, i) => parcel === `p${i}`);
      const { events } = await client.client.workflow.getHandle(run.id).fetchHistory();
      const children =
        events?.filter((event) => event.childWorkflowExecutionStartedEventAttributes).length ?? 0;
      rows.push([
        count,
        isRight ? 'right' : 'WRONG',
        seconds.toFixed(1),
        ((seconds / count) * 1000).toFixed(1),
        children,
        events?.length ?? 0,
      ]);
    }
    console.log('\nMulti-instance in slices\n');
    table(['items', 'results', 'seconds', 'ms per item', 'child workflows', 'events of the run'], rows);
  } finally {
    await client.close();
    await worker.shutdown();
    await working;
    await server.stop();
  }
}
