import { childPath, currentFrame, Frame, inFrame } from './frame';
import { Nursery } from './nursery';
import { visit, type Run } from './run';
import { Terminated } from './terminate';

export interface ScopeFunction {
  /**
   * Runs `body` as a scope of its own (an embedded sub-process): it ends when the body and every side branch started
   * in it (non-interrupting events) have ended; a failure of one cancels the others. Steps in it get the scope's path
   * in their idempotency keys; compensation handlers registered in it stay with it until it has completed, then go to
   * the scope around. If `terminate` was thrown in it, it ends at once, completed but without a result.
   *
   * Temporal calls: one `CancellationScope`.
   *
   * @example
   * await scope('SubProcess_Pay', async () => { … });
   */
  <T>(id: string, body: () => Promise<T>): Promise<T>;
}

export function scopeIn(run: Run): ScopeFunction {
  return <T>(id: string, body: () => Promise<T>) =>
    visit(run, id, async (key) => {
      const outer = currentFrame(run.root);
      const nursery = new Nursery();
      const frame = new Frame(childPath(key), nursery);
      let result!: T;
      await inFrame(frame, async () => {
        nursery.start(async () => {
          result = await body();
        });
        await nursery.finished().catch((error: unknown) => {
          if (!(error instanceof Terminated)) throw error;
        });
      });
      outer.compensations.push(...frame.compensations);
      return result;
    });
}
