import type { z } from 'zod';
import {
  activityContract,
  type ActivityContract,
  type ActivityContractSpec,
} from '../shared/activity-contract';
import { invalidInput, invalidOutput } from '../shared/misfit';
import { check, type Schema } from '../shared/schema';
import { activityContext, type ActivityContext } from './context';

/** A Temporal activity that carries its contract. */
export interface DefinedActivity<In = never, Out = unknown> {
  (input: In): Promise<Out>;
  readonly contract: ActivityContract<In, Out>;
}

/** The function behind an activity: gets the checked input, with defaults filled in and transforms applied. */
export type ActivityFunction<Received, Returned, Progress = unknown> = (
  input: Received,
  context: ActivityContext<Progress>,
) => Promise<Returned> | Returned;

/** A contract said in place. It has no `options`, so that a contract proper is never taken for one. */
type NamedSpec<I extends Schema, O extends Schema> = ActivityContractSpec<I, O> & {
  readonly name: string;
  readonly options?: never;
};

/**
 * Makes a Temporal activity from a function, with both ends checked.
 *
 * - Input that does not fit fails the activity with a non-retryable `ApplicationFailure` of type `InvalidInput` that
 *   names activity, path and problem; the function does not run.
 * - A result that does not fit fails it with `InvalidOutput`, before the result reaches the history. What reaches the
 *   history is what the schema makes of it: unknown fields stripped, transforms applied. It travels as JSON, so a
 *   schema for dates is `z.iso.datetime()`, not `z.date()`.
 * - Errors thrown by the function are Temporal's business: retried by the retry policy, except
 *   `ApplicationFailure.nonRetryable` and `bpmnError`.
 *
 * The result is a plain function, usable wherever Temporal takes an activity; `Context.current()` works in it.
 *
 * @param contract from `activityContract` where workflow code imports the contract by value, or the same said in place
 * @example
 * export const chargeCard = defineActivity(contracts.chargeCard, async ({ amount }, { idempotencyKey, signal }) => {
 *   const receipt = await bank.charge(amount, { idempotencyKey, signal });
 *   return { receipt };
 * });
 */
export function defineActivity<In, Out, Received, Returned, Progress = unknown>(
  contract: ActivityContract<In, Out, Received, Returned>,
  run: ActivityFunction<Received, Returned, Progress>,
): DefinedActivity<In, Out>;
export function defineActivity<
  I extends Schema = z.ZodVoid,
  O extends Schema = z.ZodVoid,
  Progress = unknown,
>(
  spec: NamedSpec<I, O>,
  run: ActivityFunction<z.output<I>, z.input<O>, Progress>,
): DefinedActivity<z.input<I>, z.output<O>>;
export function defineActivity(
  described: ActivityContract | NamedSpec<Schema, Schema>,
  run: ActivityFunction<unknown, unknown>,
): DefinedActivity<unknown> {
  const contract = asContract(described);
  const subject = `activity ${contract.name}`;
  const activity = async (input: unknown): Promise<unknown> => {
    const given = check(contract.input, input);
    if (!given.ok) throw invalidInput(subject, given.problems);
    const result = check(contract.output, await run(given.value, activityContext()));
    if (!result.ok) throw invalidOutput(subject, result.problems);
    return result.value;
  };
  // The function's own name is what stack traces and debuggers show.
  Object.defineProperty(activity, 'name', { value: contract.name });
  return Object.assign(activity, { contract });
}

function asContract(described: ActivityContract | NamedSpec<Schema, Schema>): ActivityContract {
  if (described.options) return described;
  const { name, ...spec } = described;
  return activityContract(name, spec);
}
