import { allHandlersFinished, log, makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { Continued } from '../shared/continuation';
import { STARTED_AT_MEMO } from '../shared/names';
import { continuedAt, isTooLarge } from './carried-state';
import { letOthersGoOn } from './let-others-go-on';
import type { Run } from './run';

export interface TurnFunction {
  /**
   * Stands at the head of a loop that may turn without end. When the history has become long, the run goes on in a new
   * one with the same workflow id (Temporal's continue-as-new): the workflow function is called again with the variables
   * and, as second argument, `continued`, whose `at` is this loop. The function hands it to `enter` and skips what was
   * done before. `at` is there until the loop is reached.
   *
   * The new run takes over the variables, messages that nobody has taken yet, what happened so far (`baton.progress`),
   * the numbers in idempotency keys, and the event sub-processes of the process with the moments at which their timers
   * are due. Nothing else may be under way: no branch, no handler of an update, no work to undo whose handler was not
   * given to `enter`. Until then, and in branches and guarded work, `turn` does nothing.
   *
   * Temporal calls: `workflowInfo`; when it is time `condition` and `continueAsNew`.
   *
   * @param id - of the loop.
   * @example
   * export async function watchMachine(input: InputOf<typeof machine>, continued?: Continued) {
   *   const { vars, assign, task, turn } = enter(machine, input, continued);
   *   if (!continued) assign(await task('Register', activities.register, vars));
   *   while (true) {
   *     await turn('Measure');
   *     assign(await task('Measure', activities.measure, vars));
   *   }
   * }
   */
  (id: string): Promise<void>;
}

export function turnIn(run: Run): TurnFunction {
  return async (id) => {
    if (await arrives(id, run)) return;
    if (run.continuation.isDue && run.continuation.isMain) await goOn(id, run);
  };
}

/** Whether the run is on its way to where it goes on, or has just got there. */
export async function arrives(id: string, run: Run): Promise<boolean> {
  const { continuation } = run;
  if (!continuation.isOnItsWay) return false;
  if (!continuation.reaches(id)) return true;
  // What waits for events waits again, before it hears of those that came meanwhile.
  await letOthersGoOn(run);
  continuation.arrive();
  return true;
}

/** Goes on in a new run, unless something is under way that it could not take over. */
export async function goOn(id: string, run: Run): Promise<void> {
  if (!(await comesToRest(run))) return;
  // From here on nothing is awaited: what came meanwhile would be in no run.
  const continued = continuedAt(id, run);
  if (isTooLarge(run.vars, continued)) {
    log.warn(`The run cannot go on in a new one at '${id}': its variables and messages are too large.`);
    return;
  }
  run.outside.goOn();
  await makeContinueAsNewFunc<ContinuedWorkflow>({ memo: memoOfTheNext() })(run.vars, continued);
}

/** Lists show of each run when it started itself; from this they know when the process did. */
function memoOfTheNext(): Record<string, unknown> {
  const { memo, startTime } = workflowInfo();
  return { [STARTED_AT_MEMO]: startTime.toISOString(), ...memo };
}

type ContinuedWorkflow = (vars: unknown, continued: Continued) => Promise<unknown>;

/** Whether nothing is under way, once all has been said that the run is still telling others. */
async function comesToRest(run: Run): Promise<boolean> {
  do {
    if (!isAtRest(run)) return false;
    await run.outside.allIsSaid();
    await letOthersGoOn(run);
  } while (run.outside.isTelling);
  return isAtRest(run);
}

function isAtRest({ continuation, progress, outside, root, undo }: Run): boolean {
  return (
    continuation.isAlone &&
    progress.active.length === 0 &&
    outside.isAtRest &&
    allHandlersFinished() &&
    root.compensations.every((one) => undo[one.element] === one.run && one.within === root.path)
  );
}
