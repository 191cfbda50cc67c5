import { createWorker } from 'batonflow/worker';
import * as activities from '../activities';

/** The worker as it runs in production; `npm start` runs the same one beside a Temporal server of its own. */
async function main(): Promise<void> {
  const worker = await createWorker({
    workflowsPath: require.resolve('../workflows'),
    activities,
    taskQueue: '{{name}}',
  });
  await worker.run();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
