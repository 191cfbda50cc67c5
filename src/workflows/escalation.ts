import { codeFailure, isCode } from '../shared/bpmn-error';
import { currentFrame, type Catcher } from './frame';
import { stopIfInterrupted } from './interruption';
import { visit, type Run } from './run';

export interface EscalateFunction {
  /**
   * Throws an escalation: the innermost `guard` or event sub-process around that is for this code, or for any, catches
   * it at once. Unlike an error it fails nothing: what throws it goes on, unless the catcher interrupted it (then nothing
   * behind the call runs). If nobody catches it, nothing happens. Out of a called process it goes to what is around the
   * call; the called process waits until its caller has accepted it.
   *
   * Temporal calls: none, or a signal to the calling workflow and `condition`.
   *
   * @param id - names the step in the progress.
   * @example
   * await escalate('Event_TooLate', 'TOO_LATE');
   */
  (id: string, code?: string): Promise<void>;
}

export function escalateIn(run: Run): EscalateFunction {
  return async (id, ...given) => {
    const [code] = given;
    // One that was given and is none: without a code it would quietly mean another escalation.
    if (given.length > 0 && !isCode(code)) throw codeFailure('escalation', code);
    await visit(run, id, async () => {
      if (!tell(currentFrame(run.root).around.catcher, code)) await run.escalations.tellCaller(code);
    });
    stopIfInterrupted();
  };
}

/** From the inside to the outside, until someone catches it; whether someone did. */
export function tell(innermost: Catcher | undefined, code: string | undefined): boolean {
  for (let catcher = innermost; catcher; catcher = catcher.outer) if (catcher.hear(code)) return true;
  return false;
}
