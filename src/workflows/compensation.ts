import { CancellationScope } from '@temporalio/workflow';
import { currentFrame, inFrame, type Compensation, type Frame } from './frame';
import { FailureType } from '../shared/errors';
import { failure } from './failures';
import { isInterrupted, stopIfInterrupted } from './interruption';
import { Branches } from './branches';
import type { Run } from './run';

export interface CompensateOptions {
  /** False: goes on at once; the `scope` around waits. Default true. */
  readonly waitForCompletion?: boolean;
}

export interface CompensationFunctions {
  /**
   * Remembers how to undo something that has just been done. Call it right after the work, with nothing awaited in
   * between: then it is remembered even if the process is being cancelled at that moment. After a `scope` it takes the
   * place of the handlers in it.
   *
   * Temporal calls: none.
   *
   * @param id - of the work that is undone.
   * @example
   * const { receipt } = await task('Charge', activities.chargeCard, order);
   * compensateWith('Charge', () => task('Refund', activities.refund, { receipt }));
   */
  compensateWith(id: string, undo: () => Promise<unknown>): void;
  /**
   * Undoes what was done in this scope, or of that only one activity: latest first, each completion once. In an event
   * sub-process also what was done in the scope it belongs to. Cancellation does not stop it. Every action is tried, also
   * after one has failed; then the first failure goes on.
   *
   * Temporal calls: `CancellationScope.nonCancellable`, and what the actions call.
   *
   * @example
   * try { … } catch (error) {
   *   await compensate();
   *   throw error;
   * }
   */
  compensate(activity?: string, options?: CompensateOptions): Promise<void>;
}

/** How to undo activities of the process itself, as functions that do not change, by activity. */
export type UndoFunctions = Readonly<Record<string, () => Promise<unknown>>>;

/** A handler that was registered in a run that this one follows. */
export function registeredBefore(element: string, { root, undo }: Run): Compensation {
  const run = undo[element];
  if (!run)
    throw failure(FailureType.CannotGoOn, `Nothing is known any more that undoes '${element}'.`, { element });
  return handler(element, root, run);
}

function handler(element: string, frame: Frame, run: () => Promise<unknown>): Compensation {
  // What undoing does is not undone.
  return { element, byDefault: false, within: frame.path, frame: frame.with({ compensations: [] }), run };
}

export function compensationIn(run: Run): CompensationFunctions {
  return {
    compensateWith: (element, undo) => {
      const frame = currentFrame(run.root);
      const { compensations } = frame;
      const byDefault = compensations.findLastIndex(
        (one) => one.byDefault && one.element === element && one.within === frame.path,
      );
      if (byDefault >= 0) compensations.splice(byDefault, 1);
      compensations.push(handler(element, frame, undo));
    },
    compensate: async (activity, { waitForCompletion = true } = {}) => {
      const frame = currentFrame(run.root);
      const { owner, branches } = frame.around;
      const compensating = compensateIn(run, owner ? [frame, owner] : [frame], activity);
      if (!waitForCompletion && branches) return branches.start(() => compensating);
      // Who is interrupted already has come here to undo, and may have more to do; otherwise this is where it ends.
      const before = isInterrupted();
      await compensating;
      if (!before) stopIfInterrupted();
    },
  };
}

/** Undoes what was done in scopes, latest first, one scope after the other. */
export function compensateIn(run: Run, scopes: readonly Frame[], activity?: string): Promise<void> {
  const { catcher } = currentFrame(run.root).around;
  return CancellationScope.nonCancellable(async () => {
    let failed: { readonly error: unknown } | undefined;
    for (const { compensations } of scopes) {
      for (let next = take(compensations, activity); next; next = take(compensations, activity)) {
        const { frame, run: undo } = next;
        const branches = new Branches();
        branches.start(() => inFrame(frame.with({ branches, catcher }), undo));
        await branches.finished().catch((error: unknown) => {
          failed ??= { error };
        });
      }
    }
    if (failed) throw failed.error;
  });
}

/** Each is run once, so it is gone from the list before it begins. */
function take(compensations: Compensation[], activity: string | undefined): Compensation | undefined {
  if (activity === undefined) return compensations.pop();
  const at = compensations.findLastIndex(({ element }) => element === activity);
  return at < 0 ? undefined : compensations.splice(at, 1)[0];
}
