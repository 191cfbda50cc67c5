/**
 * Program that lets @temporalio/testing download the official executable into a folder: `download-main.js cli|test-server
 * <folder>`. A process of its own, because the SDK's download has no time limit and cannot be cancelled, only killed.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Runtime } from '@temporalio/worker';
import { reasonOf } from '../errors';

async function main(kind: string | undefined, folder: string): Promise<void> {
  // A download has nothing to finish: it ends at once when it is told to.
  Runtime.install({ shutdownSignals: [] });
  const executable = { type: 'cached-download', downloadDir: folder } as const;
  // The SDK downloads on the way to a running server, so one is started and ended again.
  const environment =
    kind === 'cli'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable, ip: '127.0.0.1' } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
}

main(process.argv[2], process.argv[3] ?? '.').then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(reasonOf(error));
    process.exit(1);
  },
);
