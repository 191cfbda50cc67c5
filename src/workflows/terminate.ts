import { begin, type Run } from './run';

/**
 * Thrown by a terminate end event in a branch, and caught by the scope that it ends. No failure: nothing of it is seen
 * outside of the workflow.
 */
export class Terminated extends Error {
  override readonly name = 'Terminated';
}

export interface TerminateFunction {
  /**
   * Ends the `scope` that the code is in, with everything that still runs in it: throw what it returns. Running work is
   * cancelled and awaited. Without a scope around it the run would fail.
   *
   * Temporal calls: none by itself.
   *
   * @example
   * throw terminate('End_Stopped');
   */
  (id: string): Terminated;
}

export function terminateIn(run: Run): TerminateFunction {
  return (id) => {
    begin(run);
    run.progress.pass(id);
    return new Terminated(`Terminated by '${id}'.`);
  };
}
