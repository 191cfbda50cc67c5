import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../shared/errors';
import { invalidInput } from '../shared/misfit';
import { failedOn, noFlowTaken } from './failures';
import { resumable } from './incidents';
import type { Run } from './run';

export interface AttemptFunctions {
  /**
   * Does something that may fail without being a step: expressions, conditions, mappings, scripts. Where the process asks
   * for incidents, a failure of Baton's (`ExpressionFailed`, `NoFlowTaken`, …) stops the branch here; a retry does all of
   * it anew, with the variables as they are then, and a result given by a person takes its place. Elsewhere it fails as
   * it would without this. The incident names the element `id`; without it what the failure names.
   *
   * Temporal calls: those of `body`; at a failure those of an incident (see docs/incidents.md).
   *
   * @example
   * const due = await attempt(() => evaluate('Task_Review', vars, ({ order }) => order.dueDate));
   */
  attempt<T>(body: () => T | Promise<T>): Promise<T>;
  attempt<T>(id: string, body: () => T | Promise<T>): Promise<T>;
  /**
   * The flow to take behind an exclusive gateway: the first whose condition holds. None: `NoFlowTaken`. Where the process
   * asks for incidents, that, and a condition that fails, stops the branch here: a retry asks all conditions anew, and a
   * person may name the flow to take as the result.
   *
   * Temporal calls: none; at a failure those of an incident.
   *
   * @example
   * const flow = await choose('Gateway_Risk', {
   *   Flow_Low: () => vars.score > 80,
   *   Flow_High: () => vars.score < 40,
   * });
   * if (flow === 'Flow_High') await task('Review', activities.review, vars);
   */
  choose<const Flow extends string>(
    id: string,
    conditions: Readonly<Record<Flow, () => boolean | Promise<boolean>>>,
  ): Promise<Flow>;
}

export function attemptIn(run: Run): AttemptFunctions {
  const attempt = <T>(...args: [() => T | Promise<T>] | [string, () => T | Promise<T>]): Promise<T> => {
    const [id, body] = args.length === 1 ? [undefined, args[0]] : args;
    return resumable(run, { element: id, kind: 'expression', accept: accepted }, body);
  };
  return {
    attempt,
    choose: <Flow extends string>(
      id: string,
      conditions: Readonly<Record<Flow, () => boolean | Promise<boolean>>>,
    ) => {
      const flows = Object.keys(conditions) as Flow[];
      const accept = (result: unknown) => {
        if (flows.includes(result as Flow)) return result;
        const message = `must be the flow to take: ${flows.join(' or ')}`;
        throw invalidInput(`gateway '${id}'`, [{ path: 'result', message }]);
      };
      return resumable(run, { element: id, kind: 'expression', accept }, async () => {
        for (const flow of flows) if (await conditions[flow]()) return flow;
        throw noFlowTaken(id);
      });
    },
  };
}

/** A result in place of what failed: a condition is either true or false. */
function accepted(result: unknown, error: unknown): unknown {
  const { element = '', expected } = failedOn(error);
  const refuse = (message: string) => invalidInput(`'${element}'`, [{ path: 'result', message }]);
  if (isNoFlow(error)) throw refuse('branches cannot be given as a result: edit variables and retry');
  if (expected === 'boolean' && typeof result !== 'boolean') throw refuse('must be true or false');
  return result;
}

function isNoFlow(error: unknown): boolean {
  return error instanceof ApplicationFailure && error.type === FailureType.NoFlowTaken;
}
