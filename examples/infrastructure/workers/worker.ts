import { connect } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import * as activities from '../activities';
import { takeCallbacks } from './callbacks';

/** The worker, and beside it the address at which Nimbus calls back. A provider that stays down is an incident. */
async function main(): Promise<void> {
  const client = await connect();
  const callbacks = await takeCallbacks(client, process.env['CALLBACK_URL'] ?? 'http://127.0.0.1:8088');
  const worker = await createWorker({
    workflowsPath: require.resolve('../workflows'),
    activities,
    incidents: true,
    // How long the work of a worker that has died waits before another one takes it.
    stickyQueueScheduleToStartTimeout: '2 seconds',
  });
  try {
    await worker.run();
  } finally {
    callbacks.close();
    await client.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
