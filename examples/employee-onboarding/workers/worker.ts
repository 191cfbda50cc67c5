import { connect } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import * as activities from '../activities';
import { takeEvents } from './events';

/** A worker as it runs in production. In a house with many of them, one of another kind would take the events. */
async function main(): Promise<void> {
  const client = await connect();
  const events = await takeEvents(client, process.env['EVENTS_URL'] ?? 'http://127.0.0.1:8089/events');
  const worker = await createWorker({
    workflowsPath: require.resolve('../workflows'),
    activities,
    // What cannot be done stops only its branch, until a person has dealt with it.
    incidents: true,
    // How long the work of a worker that has died waits before another one takes it.
    stickyQueueScheduleToStartTimeout: '2 seconds',
  });
  try {
    await worker.run();
  } finally {
    events.close();
    await client.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
