import { CancellationScope } from '@temporalio/workflow';

/** What a run is still telling others. Nobody waits for it but the end of the run. */
export type LastWords = Set<Promise<unknown>>;

/**
 * Leads from the interceptor around the workflow function to the code in it: by the scope of the whole run. An
 * `AsyncLocalStorage` would do the same, but before Node 24 each one makes every promise of the worker dearer, and this
 * would be one for every cached run.
 */
const wordsOf = new WeakMap<CancellationScope, LastWords>();

export async function allIsSaid(words: LastWords): Promise<void> {
  while (words.size > 0) await Promise.all(words);
}

/** Runs a workflow function to its end; a command that is sent in the step in which a run closes may be lost. */
export async function untilAllIsSaid<T>(workflow: () => Promise<T>): Promise<T> {
  const words: LastWords = new Set();
  wordsOf.set(CancellationScope.current(), words);
  try {
    return await workflow();
  } finally {
    await allIsSaid(words);
  }
}

/** Those of the run whose code is running; undefined in a bundle without Baton's interceptors. */
export function lastWords(): LastWords | undefined {
  for (let scope: CancellationScope | undefined = CancellationScope.current(); scope; scope = scope.parent) {
    const words = wordsOf.get(scope);
    if (words) return words;
  }
  return undefined;
}
