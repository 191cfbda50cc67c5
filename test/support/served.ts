import { DefaultLogger } from '@temporalio/worker';
import { connect, type BatonClient } from 'batonflow/client';
import { createWorker, type BatonWorker, type CreateWorkerOptions } from 'batonflow/worker';

/** A worker on the dev server that all tests share, and a client of it. */
export interface Served {
  readonly client: BatonClient;
  readonly worker: BatonWorker;
  stop(): Promise<void>;
}

/** Address of the dev server that all tests share. */
export const address = process.env['BATON_TEST_ADDRESS'] ?? '';

/** Starts both on a task queue; the client takes `uiUrl`. */
export async function serve({
  uiUrl,
  ...options
}: Pick<CreateWorkerOptions, 'activities' | 'workflowsPath'> & {
  readonly taskQueue: string;
  readonly uiUrl?: string;
}): Promise<Served> {
  const { taskQueue } = options;
  const worker = await createWorker({
    ...options,
    connection: { address },
    logger: new DefaultLogger('ERROR'),
  });
  const working = worker.run();
  const client = await connect({ address, taskQueue, ...(uiUrl !== undefined && { uiUrl }) });
  const stop = async () => {
    await client.close();
    await worker.shutdown();
    await working;
  };
  return { client, worker, stop };
}
