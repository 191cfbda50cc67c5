import { ProcessRun } from '../client/run';
import { list, stateOf } from './scenarios/run/judge';
import { observe, type ObservedRun } from './scenarios/run/observed';
import { hasPassed, isPath } from './scenarios/run/order';
import { traceOf } from './scenarios/run/trace';
import { isSubset, shown } from './scenarios/run/values';

interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** What a run failed with: the code of its BPMN error or the type of its failure, and a part of the message. */
export interface ExpectedFailure {
  readonly code?: string;
  readonly type?: string;
  readonly message?: string;
}

/**
 * Matchers for runs. They look at the run as it is at that moment: let it become idle before
 * (`environment.idle()`, or `scenario(…)`).
 *
 * @example
 * import { processMatchers } from 'batonflow/testing';
 * expect.extend(processMatchers);
 *
 * await expect(run).toHavePassed(['Task_CheckStock', 'End_Shipped']);
 * await expect(run).toHaveCompleted({ receipt: 'r-1' });
 */
export const processMatchers = {
  /** It came by these steps in this order, others in between. */
  async toHavePassed(received: unknown, ids: readonly string[]): Promise<MatcherResult> {
    const run = await seen(received);
    return result(hasPassed(traceOf(pathOf(run), undefined), ids), `have passed ${list(ids)}`, run);
  },
  /** These are its steps, exactly and in this order, as the run records them: without gateways and plain start events. */
  async toHavePath(received: unknown, ids: readonly string[]): Promise<MatcherResult> {
    const run = await seen(received);
    return result(isPath(traceOf(pathOf(run), undefined), ids), `have the path ${list(ids)}`, run);
  },
  /** It has completed, and these are some of its variables, or of its result. */
  async toHaveCompleted(
    received: unknown,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<MatcherResult> {
    const run = await seen(received);
    const pass = run.status === 'completed' && isSubset(variables, run.variables);
    const what = Object.keys(variables).length > 0 ? ` with ${shown(variables)}` : '';
    return result(pass, `have completed${what}`, run);
  },
  /** It waits at this step or event, or at all of these. */
  async toBeWaitingAt(received: unknown, ids: string | readonly string[]): Promise<MatcherResult> {
    const run = await seen(received);
    const wanted = typeof ids === 'string' ? [ids] : ids;
    const active = run.status === 'waiting' ? (run.progress?.active ?? []) : [];
    return result(
      wanted.every((id) => active.includes(id)),
      `be waiting at ${wanted.join(', ')}`,
      run,
    );
  },
  /** It has failed with this BPMN error or failure. */
  async toHaveFailedWith(received: unknown, expected: string | ExpectedFailure): Promise<MatcherResult> {
    const run = await seen(received);
    const { code, type, message }: ExpectedFailure =
      typeof expected === 'string' ? { code: expected } : expected;
    const { failure } = run;
    const pass =
      failure !== undefined &&
      (code === undefined || failure.code === code || failure.type === code) &&
      (type === undefined || failure.type === type) &&
      (message === undefined || failure.message.includes(message));
    return result(pass, `have failed with ${shown(expected)}`, run);
  },
  /** It was cancelled. */
  async toHaveBeenCancelled(received: unknown): Promise<MatcherResult> {
    const run = await seen(received);
    return result(run.status === 'cancelled', 'have been cancelled', run);
  },
};

async function seen(received: unknown): Promise<ObservedRun> {
  if (!(received instanceof ProcessRun))
    throw new TypeError('Expected a run: what client.start or client.get gives.');
  return observe(received, '');
}

function pathOf({ progress }: ObservedRun): readonly string[] {
  return progress?.path ?? [];
}

function result(pass: boolean, what: string, run: ObservedRun): MatcherResult {
  return {
    pass,
    message: () =>
      [
        `expected the run ${run.workflowId} ${pass ? 'not to' : 'to'} ${what}`,
        `  state:     ${stateOf(run)}`,
        `  path:      ${list(pathOf(run))}`,
        `  variables: ${shown(run.variables)}`,
      ].join('\n'),
  };
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- that is how jest's matchers are typed
  namespace jest {
    interface Matchers<R> {
      /** It came by these steps in this order, others in between. */
      toHavePassed(ids: readonly string[]): Promise<R>;
      /** These are its steps, exactly and in this order. */
      toHavePath(ids: readonly string[]): Promise<R>;
      /** It has completed, and these are some of its variables, or of its result. */
      toHaveCompleted(variables?: Readonly<Record<string, unknown>>): Promise<R>;
      /** It waits at this step or event, or at all of these. */
      toBeWaitingAt(ids: string | readonly string[]): Promise<R>;
      /** It has failed with this BPMN error or failure. */
      toHaveFailedWith(expected: string | ExpectedFailure): Promise<R>;
      /** It was cancelled. */
      toHaveBeenCancelled(): Promise<R>;
    }
  }
}
