import { isCancellation } from '@temporalio/workflow';
import type { OpenVariables } from '../shared/process-contract';
import { expressionFailed, isFailure, reasonOf, strictly, textOf } from './expressions';
import { begin, type Run } from './run';
import { scriptExecution, type ScriptExecution } from './script-execution';

export interface ScriptFunction {
  /**
   * Runs a script of a diagram as one step, in the workflow: it costs no history, so it must be deterministic and quick.
   * Returns what the script returns; a script that calls an activity (a bean of the diagram) returns a promise of it.
   *
   * Temporal calls: none.
   *
   * @param body - gets the variables; reading one that does not exist fails. Besides, what Camunda 7's scripts know as
   * `execution`, as far as it reads and writes variables.
   * @param vars - the variables; default: those of the process.
   * @throws ApplicationFailure `ExpressionFailed`, not retried, with element, script and cause.
   * @example
   * vars.total = script('Task_Total', () => vars.price * vars.quantity);
   */
  <T>(id: string, body: (vars: OpenVariables, execution: ScriptExecution) => T, vars?: object): T;
}

export function scriptIn(run: Run): ScriptFunction {
  return <T>(id: string, body: (vars: OpenVariables, execution: ScriptExecution) => T, given?: object) => {
    begin(run);
    const vars = (given ?? run.vars) as Record<string, unknown>;
    const step = run.progress.enter(id);
    const succeed = <R>(result: R): R => {
      step.close('completed');
      return result;
    };
    const refuse = (error: unknown): never => {
      step.close(isCancellation(error) ? 'cancelled' : 'failed');
      // Expressions in it, and steps, have said already what is wrong.
      throw isFailure(error) ? error : expressionFailed(id, textOf(body), reasonOf(error));
    };
    try {
      const result = body(strictly(vars), scriptExecution(id, vars));
      return result instanceof Promise ? (result.then(succeed, refuse) as T) : succeed(result);
    } catch (error) {
      return refuse(error);
    }
  };
}
