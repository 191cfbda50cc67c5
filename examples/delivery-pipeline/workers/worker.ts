import { createWorker } from 'batonflow/worker';
import * as activities from '../activities';

/** A service that stays down is an incident: it stops only its branch, until a person has dealt with it. */
async function main(): Promise<void> {
  const worker = await createWorker({
    workflowsPath: require.resolve('../workflows'),
    activities,
    incidents: true,
    // How long the work of a worker that has died waits before another one takes it.
    stickyQueueScheduleToStartTimeout: '2 seconds',
  });
  await worker.run();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
