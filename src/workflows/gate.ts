import type { Branch, Branches, Gate } from './branches';
import { stopIfInterrupted } from './interruption';

/** How many tokens wait per flow. */
export type Counts = readonly number[];

/** How many tokens go on as one, per flow; undefined as long as they have to wait. */
export type Rule = (waiting: Counts) => Counts | undefined;

/** Makes a gate in front of `next`, and gives the function by which a token arrives at it. */
export function gate<Flow>(
  branches: Branches,
  flows: readonly Flow[],
  rule: Rule,
  next: Branch,
): (flow: Flow) => void {
  let waiting: Counts = flows.map(() => 0);
  const gate: Gate = {
    get held() {
      return waiting.reduce((sum, n) => sum + n, 0);
    },
    open() {
      const taken = rule(waiting);
      if (!taken) return false;
      waiting = waiting.map((n, i) => n - (taken[i] as number));
      branches.start(next);
      return true;
    },
  };
  const arrive = (flow: Flow) => {
    stopIfInterrupted();
    const at = flows.indexOf(flow);
    waiting = waiting.map((n, i) => (i === at ? n + 1 : n));
    if (!gate.open()) branches.hold();
  };
  branches.addGate(arrive, gate);
  return arrive;
}

/** One by each flow. */
export const byEachFlow: Rule = (waiting) => (waiting.every((n) => n > 0) ? waiting.map(() => 1) : undefined);

/** So many, all by one flow. */
export function byQuantity(quantity: number): Rule {
  return ([n = 0]) => (n >= quantity ? [quantity] : undefined);
}

/**
 * One by each flow that has any, if nothing is under way that could come by an empty one (BPMN 2.0, 13.4.3: unless it
 * could as well come by a flow that has one).
 *
 * @param sources - per flow, what could still come by it
 */
export function byNoneLeft(branches: Branches, sources: () => readonly (readonly unknown[])[]): Rule {
  return (waiting) => {
    if (waiting.every((n) => n === 0)) return undefined;
    const from = sources();
    const filled = new Set(from.flatMap((some, i) => (waiting[i] ? some : [])));
    const empty = from.flatMap((some, i) => (waiting[i] ? [] : some));
    const isComing = empty.some((source) => !filled.has(source) && branches.isBusy(source));
    return isComing ? undefined : waiting.map((n) => Math.min(n, 1));
  };
}
