import { AsyncLocalStorage } from '@temporalio/workflow';

/** What a run is still telling others. Nobody waits for it but the end of the run. */
export type LastWords = Set<Promise<unknown>>;

// Leads from the interceptor around the workflow function to the code in it. The storage itself holds no state of a run.
const storage = new AsyncLocalStorage<LastWords>();

/** Runs a workflow function to its end; a command that is sent in the step in which a run closes may be lost. */
export async function untilAllIsSaid<T>(workflow: () => Promise<T>): Promise<T> {
  const words: LastWords = new Set();
  try {
    return await storage.run(words, workflow);
  } finally {
    while (words.size > 0) await Promise.all(words);
  }
}

/** Those of the run whose code is running; undefined in a bundle without Baton's interceptors. */
export function lastWords(): LastWords | undefined {
  return storage.getStore();
}
