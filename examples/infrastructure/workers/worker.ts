import { connect } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import * as activities from '../activities';
import { receiveCallbacks } from './callbacks';

/** The worker, and beside it the address at which Nimbus calls back. A provider that stays down is an incident. */
async function main(): Promise<void> {
  const workflowsPath = require.resolve('../workflows');
  const worker = await createWorker({ workflowsPath, activities, incidents: true });
  await using client = await connect();
  await using _callbacks = await receiveCallbacks(client, new URL(process.env['CALLBACK_URL'] ?? ''));
  await worker.run();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
