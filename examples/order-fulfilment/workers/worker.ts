import { createWorker } from 'batonflow/worker';
import * as activities from '../activities';

/** A worker as it runs in production; `npm start` runs the same one beside the server. */
async function main(): Promise<void> {
  const workflowsPath = require.resolve('../workflows');
  // What cannot be done stops only its branch, until a person has dealt with it.
  const worker = await createWorker({ workflowsPath, activities, incidents: true });
  await worker.run();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
