import type { Branch, Branches, Gate } from './branches';
import { stopIfInterrupted } from './interruption';

/** How many tokens wait per flow. */
export type Counts = readonly number[];

/** How many tokens go on as one, per flow, or just end; undefined as long as they have to wait. */
export type Rule = (waiting: Counts) => { readonly taken: Counts; readonly end?: boolean } | undefined;

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
      const decision = rule(waiting);
      if (!decision) return false;
      waiting = waiting.map((n, i) => n - (decision.taken[i] as number));
      if (!decision.end) branches.start(next);
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
export const byEachFlow: Rule = (waiting) =>
  waiting.every((n) => n > 0) ? { taken: waiting.map(() => 1) } : undefined;

/** So many, all by one flow. */
export function byQuantity(quantity: number): Rule {
  return ([n = 0]) => (n >= quantity ? { taken: [quantity] } : undefined);
}

/**
 * One by each flow that has any, if nothing is under way that could come by an empty one (BPMN 2.0, 13.4.3: unless it
 * could as well come by a flow that has one).
 */
export function byNoneLeft(branches: Branches, sources: Sources): Rule {
  return (waiting) => {
    if (waiting.every((n) => n === 0) || isComing(waiting, waiting, branches, sources)) return undefined;
    return { taken: oneOfEach(waiting) };
  };
}

/**
 * Of a complex gateway (BPMN 2.0, 13.4.5): what waits goes on when `activates` says so, given how many tokens wait. After
 * that tokens that come by the other flows end, until each of those has brought one, or none can come any more.
 */
export function byActivation(
  branches: Branches,
  sources: Sources,
  activates: (activationCount: number) => boolean,
): Rule {
  /** Which flows have brought a token in this round; undefined before it has gone on. */
  let brought: Counts | undefined;
  return (waiting) => {
    if (!brought) {
      const count = waiting.reduce((sum, n) => sum + n, 0);
      if (count === 0 || !activates(count)) return undefined;
      brought = waiting;
      return { taken: oneOfEach(waiting) };
    }
    const late = waiting.map((n, i) => (brought?.[i] ? 0 : n));
    const all = late.map((n, i) => n + (brought?.[i] ?? 0));
    if (isComing(all, waiting, branches, sources)) return undefined;
    brought = undefined;
    return { taken: oneOfEach(late), end: true };
  };
}

/** Per flow, what could still come by it. */
type Sources = () => readonly (readonly unknown[])[];

function oneOfEach(waiting: Counts): Counts {
  return waiting.map((n) => Math.min(n, 1));
}

/** Whether something is under way to a flow that has brought nothing, and could not as well come by one that has. */
function isComing(brought: Counts, waiting: Counts, branches: Branches, sources: Sources): boolean {
  const from = sources();
  const filled = new Set(from.flatMap((some, i) => (waiting[i] ? some : [])));
  const empty = from.flatMap((some, i) => (brought[i] ? [] : some));
  return empty.some((source) => !filled.has(source) && branches.isBusy(source));
}
