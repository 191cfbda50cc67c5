import type { Branch, Branches } from './branches';
import { currentFrame } from './frame';
import { byActivation, byEachFlow, byNoneLeft, byQuantity, gate } from './gate';
import type { Run } from './run';

/** Arrives at a join by one of its flows: the token ends here, and the join decides when one goes on. */
export type Arrive<Flow extends string = string> = (flow: Flow) => void;

/**
 * For processes whose paths do not nest: every path is a function, which goes on at others or arrives at a join where
 * several meet. To be used in a `scope`, which waits for all of it.
 */
export interface TokenFunctions {
  /**
   * Goes on in these functions, side by side. They belong to the `scope` around, which ends when all have ended and no
   * join holds anything; a failure of one cancels the others. Nothing is to follow in the calling function.
   *
   * Temporal calls: none by itself.
   *
   * @example
   * go(charge, pack);
   */
  go(...branches: readonly Branch[]): void;
  /**
   * A parallel join: `next` runs each time when something has arrived by every flow. Two arrivals by one flow are one
   * for this time and one for the next. What never gets its partners keeps the scope, and with it the run, waiting.
   *
   * Temporal calls: `condition`, while something waits at it.
   *
   * @example
   * const ready = join(['Flow_charged', 'Flow_packed'], ship);
   * go(charge, pack);
   *
   * async function charge() {
   *   assign(await task('Task_Charge', activities.charge, vars));
   *   ready('Flow_charged');
   * }
   */
  join<const Flow extends string>(flows: readonly Flow[], next: Branch): Arrive<Flow>;
  /**
   * An inclusive join: `next` runs when something has arrived and nothing can come any more by the flows that are still
   * empty. `sources` tells what could come by each flow: functions that may be running, and other joins that may hold
   * something. As in the standard, what could as well come by a flow that is filled is not waited for.
   *
   * Temporal calls: `condition`, while something waits at it.
   *
   * @example
   * const done = inclusiveJoin(report, ['Flow_a', 'Flow_b'], () => ({ Flow_a: [charge], Flow_b: [pack, wrap] }));
   */
  inclusiveJoin<const Flow extends string>(
    next: Branch,
    flows: readonly Flow[],
    sources: () => Readonly<Record<NoInfer<Flow>, readonly unknown[]>>,
  ): Arrive<Flow>;
  /**
   * A complex join: `next` runs when something has arrived and `activates` holds, given how much has; what arrives by
   * other flows in the same round ends there. The round is over when each flow has brought something, or nothing can
   * come any more, see `sources` of `inclusiveJoin`.
   *
   * Temporal calls: `condition`, while something waits at it.
   *
   * @example
   * const twoOfThree = complexJoin(decide, ['Flow_a', 'Flow_b', 'Flow_c'], sources, (count) => count >= 2);
   */
  complexJoin<const Flow extends string>(
    next: Branch,
    flows: readonly Flow[],
    sources: () => Readonly<Record<NoInfer<Flow>, readonly unknown[]>>,
    activates: (activationCount: number) => boolean,
  ): Arrive<Flow>;
  /**
   * Counts: `next` runs once for every `quantity` arrivals.
   *
   * Temporal calls: `condition`, while something waits at it.
   *
   * @example
   * const pairs = gather(2, assemblePair);
   */
  gather(quantity: number, next: Branch): () => void;
}

export function tokensIn(run: Run): TokenFunctions {
  return {
    go: (...next) => branchesOf(run).start(...next),
    join: (flows, next) => gate(branchesOf(run), flows, byEachFlow, next),
    inclusiveJoin: <const Flow extends string>(
      next: Branch,
      flows: readonly Flow[],
      sources: () => Readonly<Record<Flow, readonly unknown[]>>,
    ) => {
      const branches = branchesOf(run);
      return gate(branches, flows, byNoneLeft(branches, inOrder(flows, sources)), next);
    },
    complexJoin: <const Flow extends string>(
      next: Branch,
      flows: readonly Flow[],
      sources: () => Readonly<Record<Flow, readonly unknown[]>>,
      activates: (activationCount: number) => boolean,
    ) => {
      const branches = branchesOf(run);
      return gate(branches, flows, byActivation(branches, inOrder(flows, sources), activates), next);
    },
    gather: (quantity, next) => {
      const arrive = gate(branchesOf(run), ['any'], byQuantity(quantity), next);
      return () => arrive('any');
    },
  };
}

function inOrder<Flow extends string>(
  flows: readonly Flow[],
  sources: () => Readonly<Record<Flow, readonly unknown[]>>,
) {
  return () => {
    const from = sources();
    return flows.map((flow) => from[flow]);
  };
}

function branchesOf(run: Run): Branches {
  const { branches } = currentFrame(run.root).around;
  if (!branches) throw new Error('Paths that go on by themselves need a scope around them.');
  return branches;
}
