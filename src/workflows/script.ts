import type { OpenVariables } from '../shared/process-contract';
import { expressionFailed, reasonOf, strictly, textOf } from './expressions';
import { stopIfInterrupted } from './interruption';
import type { Run } from './run';
import { scriptExecution, type ScriptExecution } from './script-execution';

export interface ScriptFunction {
  /**
   * Runs a script of a diagram as one step, in the workflow: it costs no history, so it must be deterministic and quick.
   * Returns what the script returns.
   *
   * Temporal calls: none.
   *
   * @param body - gets the variables; reading one that does not exist fails. Besides, what Camunda 7's scripts know as
   * `execution`, as far as it reads and writes variables.
   * @throws ApplicationFailure `ExpressionFailed`, not retried, with element, script and cause.
   * @example
   * vars.total = script('Task_Total', () => vars.price * vars.quantity);
   */
  <T>(id: string, body: (vars: OpenVariables, execution: ScriptExecution) => T): T;
}

export function scriptIn(run: Run): ScriptFunction {
  return <T>(id: string, body: (vars: OpenVariables, execution: ScriptExecution) => T) => {
    stopIfInterrupted();
    const step = run.progress.enter(id);
    try {
      const result = body(strictly(run.vars), scriptExecution(id, run.vars));
      step.close('completed');
      return result;
    } catch (error) {
      step.close('failed');
      // Expressions in it have said already what is wrong.
      throw isFailure(error) ? error : expressionFailed(id, textOf(body), reasonOf(error));
    }
  };
}

function isFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ApplicationFailure';
}
