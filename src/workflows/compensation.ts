import { CancellationScope } from '@temporalio/workflow';
import { currentFrame } from './frame';
import type { Run } from './run';

export interface CompensationFunctions {
  /**
   * Remembers how to undo something that has just been done. Call it right after the work, with nothing awaited in
   * between: then it is remembered even if the process is being cancelled at that moment.
   *
   * Temporal calls: none.
   *
   * @example
   * const { receipt } = await task('Charge', activities.chargeCard, order);
   * compensateWith('Charge', () => task('Refund', activities.refund, { receipt }));
   */
  compensateWith(id: string, undo: () => Promise<unknown>): void;
  /**
   * Undoes what was done in this scope, latest first, each once. Cancellation does not stop it. Every action is tried,
   * also after one has failed; then the first failure goes on.
   *
   * Temporal calls: `CancellationScope.nonCancellable`, and what the actions call.
   *
   * @example
   * try { … } catch (error) {
   *   await compensate();
   *   throw error;
   * }
   */
  compensate(): Promise<void>;
}

export function compensationIn(run: Run): CompensationFunctions {
  return {
    compensateWith: (element, undo) => {
      currentFrame(run.root).compensations.push({ element, run: undo });
    },
    compensate: () =>
      CancellationScope.nonCancellable(async () => {
        const { compensations } = currentFrame(run.root);
        let failed: { readonly error: unknown } | undefined;
        for (let next = compensations.pop(); next; next = compensations.pop()) {
          try {
            await next.run();
          } catch (error) {
            failed ??= { error };
          }
        }
        if (failed) throw failed.error;
      }),
  };
}
