import { activityContext, defineActivity, type ActivityContext, type DefinedActivity } from '../activities';
import type { ActivityContract } from '../shared/activity-contract';

/**
 * What a stub does when it is called: return a value, throw an error (`bpmnError(…)` is one), or run a function.
 */
export type StubAnswer<Received, Returned> =
  Returned | Error | ((input: Received, context: ActivityContext) => Returned | Promise<Returned>);

/** One call of a stub, as it arrived. */
export interface StubCall<Received> {
  readonly input: Received;
  /** From 1: a retry is a call of its own. */
  readonly attempt: number;
  readonly idempotencyKey: string;
  readonly workflowId: string | undefined;
}

/** An activity for tests, in the place of a real one. */
export interface Stub<
  In = never,
  Out = unknown,
  Received = unknown,
  Returned = unknown,
> extends DefinedActivity<In, Out> {
  /** Calls so far, oldest first. */
  readonly calls: readonly StubCall<Received>[];
  /** What it answers from now on. */
  answer(answer: StubAnswer<Received, Returned>): this;
  /** What it answers once, before anything else; several wait in line. */
  once(answer: StubAnswer<Received, Returned>): this;
  /** Forgets the calls and all answers but the first one given. */
  reset(): this;
}

/**
 * Makes an activity for tests: typed and checked by the contract like the real one, with its calls recorded. Give it to
 * `createTestEnvironment({ stubs: [charge] })`.
 *
 * @param contract the contract, or the name of an activity that has none
 * @param answer a value, an error to throw, or a function of the input
 * @example
 * const charge = stub(contracts.chargeCard, { receipt: 'r-1' }).once(bpmnError('CARD_DECLINED'));
 * …
 * expect(charge.calls.map(({ input }) => input.amount)).toEqual([40, 40]);
 */
export function stub<In, Out, Received, Returned>(
  contract: ActivityContract<In, Out, Received, Returned>,
  answer: StubAnswer<Received, Returned>,
): Stub<In, Out, Received, Returned>;
export function stub(name: string, answer: StubAnswer<unknown, unknown>): Stub<unknown>;
export function stub(
  described: ActivityContract | string,
  first: StubAnswer<unknown, unknown>,
): Stub<unknown> {
  const contract: ActivityContract =
    typeof described === 'string' ? { name: described, options: {} } : described;
  const calls: StubCall<unknown>[] = [];
  let lasting = first;
  let next: StubAnswer<unknown, unknown>[] = [];

  const activity = defineActivity(contract, (input: unknown) => {
    const context = activityContext();
    const { attempt, idempotencyKey, info } = context;
    calls.push({ input, attempt, idempotencyKey, workflowId: info.workflowExecution?.workflowId });
    const [answer] = next.length > 0 ? next.splice(0, 1) : [lasting];
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? (answer as AnswerFunction)(input, context) : answer;
  });
  const made: Stub<unknown> = Object.assign(activity, {
    calls,
    answer(answer: StubAnswer<unknown, unknown>) {
      lasting = answer;
      return made;
    },
    once(answer: StubAnswer<unknown, unknown>) {
      next.push(answer);
      return made;
    },
    reset() {
      calls.length = 0;
      next = [];
      lasting = first;
      return made;
    },
  });
  return made;
}

type AnswerFunction = (input: unknown, context: ActivityContext) => unknown;
