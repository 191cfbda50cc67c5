import type { Progress } from '../shared/wire';
import type { DiagramGraph, GraphElement, GraphFlow } from './diagram-graph';

/** The sequence flows that a run has taken, as far as the elements that it has come by tell. */
export interface TakenFlows {
  /**
   * How often, by the flow's id; those that were never taken are not there. Exact if none is unsure and nothing was
   * interrupted: of a token that was on its way to a join at that moment nothing is recorded.
   */
  readonly taken: Readonly<Record<string, number>>;
  /**
   * Flows of which the run does not tell whether it took them or others: ways between the same elements through nothing
   * but gateways, and ways on which several tokens were at once. One of them is counted.
   */
  readonly unsure: readonly string[];
}

/** One time that a run was at an element or gateway. */
interface Visit {
  readonly node: string;
  /** Position in the path: what was latest is what goes on. */
  readonly at: number;
  /** The flows that it has gone on by. */
  readonly left: Set<string>;
}

/** A way back from a flow to visits that it may come from. */
interface Way {
  readonly flow: GraphFlow;
  /** Position of the latest visit that it begins at. */
  readonly at: number;
  /** A gateway was passed that goes on by all of its flows, this one among them. */
  readonly isOwed: boolean;
  /** The visit that it comes from directly; a gateway that was not counted yet is visited by it. */
  readonly from: Visit | { readonly node: string; readonly ways: readonly Way[] };
}

const JOINS_ALL: ReadonlySet<string> = new Set(['parallelGateway']);
const JOINS_SOME: ReadonlySet<string> = new Set(['inclusiveGateway', 'complexGateway']);
const TAKES_ONE: ReadonlySet<string> = new Set(['exclusiveGateway', 'eventBasedGateway']);

/**
 * Which sequence flows a run has taken. Runs record the elements that do something, not the gateways and flows between
 * them, which cost nothing that way; they follow from the order of the elements.
 *
 * @param graph - of the diagram that the process was compiled from: `diagramGraph`
 * @param progress - `await run.progress()`; in the path of very long runs the oldest elements are not any more
 * @example
 * const graph = diagramGraph({ file: 'order.bpmn', xml });
 * const { taken } = takenFlows(graph, await run.progress()); // { Flow_1: 1, Flow_Declined: 2 }
 */
export function takenFlows(
  graph: DiagramGraph,
  { path, elements }: Pick<Progress, 'path' | 'elements'>,
): TakenFlows {
  const reader = new Reader(graph, new Set(path), elements);
  path.forEach((id, at) => reader.enter(id, at));
  reader.leave();
  return reader.result;
}

class Reader {
  readonly #taken = new Map<string, number>();
  readonly #unsure = new Set<string>();
  readonly #elements: ReadonlyMap<string, GraphElement>;
  readonly #incoming = new Map<string, GraphFlow[]>();
  readonly #outgoing = new Map<string, GraphFlow[]>();
  /** How many tokens have come to an element: of a multi-instance less than visits. */
  readonly #arrived = new Map<string, number>();
  /** How many visits boundary events have ended. */
  readonly #ended = new Map<string, number>();
  /** Flows by which tokens have come to a join, which waits for others. */
  readonly #held = new Map<string, readonly string[]>();
  readonly #visits = new Map<string, Visit[]>();
  /** What begins by itself, and is not recorded, by the process or sub-process that it is in. */
  readonly #starts = new Map<string, string[]>();

  constructor(
    { elements, flows }: DiagramGraph,
    private readonly recorded: ReadonlySet<string>,
    private readonly progress: Progress['elements'],
  ) {
    this.#elements = new Map(elements.map((element) => [element.id, element]));
    for (const flow of flows) {
      this.#incoming.set(flow.target, [...(this.#incoming.get(flow.target) ?? []), flow]);
      this.#outgoing.set(flow.source, [...(this.#outgoing.get(flow.source) ?? []), flow]);
    }
    for (const { id, kind, parent } of elements) {
      if (recorded.has(id) || this.#incoming.has(id)) continue;
      if (kind !== 'startEvent' && !kind.endsWith('Gateway')) continue;
      this.#starts.set(parent, [...(this.#starts.get(parent) ?? []), id]);
    }
    for (const scope of this.#starts.keys()) if (!this.#elements.has(scope)) this.#begin(scope, -1);
  }

  get result(): TakenFlows {
    return { taken: Object.fromEntries(this.#taken), unsure: [...this.#unsure] };
  }

  enter(id: string, at: number): void {
    const element = this.#elements.get(id);
    if (!element) return;
    if (element.attachedTo !== undefined) this.#interrupt(element.attachedTo);
    const way = this.#best(id, new Set());
    if (way) this.#go(way);
    if (way || !this.#incoming.has(id)) this.#arrive(id);
    this.#visit(id, at);
    this.#begin(id, at);
  }

  /** No flow leaves what a boundary event has ended: the visit of its host counts as left. */
  #interrupt(host: string): void {
    const { cancelled = 0, failed = 0 } = this.progress[host] ?? {};
    const ended = this.#ended.get(host) ?? 0;
    const visit = (this.#visits.get(host) ?? []).findLast(({ left }) => left.size === 0);
    if (!visit || ended >= cancelled + failed) return;
    this.#ended.set(host, ended + 1);
    for (const { id } of this.#outgoing.get(host) ?? []) visit.left.add(id);
  }

  /** What was done goes on, also to a join that still waits for others. */
  leave(): void {
    for (const { id, kind } of this.#elements.values()) {
      const flows = this.#outgoing.get(id) ?? [];
      const isChoice = flows.some(({ condition, isDefault }) => condition !== undefined || isDefault);
      if (JOINS_ALL.has(kind))
        for (const { left } of [...(this.#visits.get(id) ?? [])])
          for (const flow of flows) if (!left.has(flow.id)) this.#pass(flow, new Set());
      if (kind.endsWith('Gateway') || isChoice) continue;
      const arrived = this.#arrived.get(id) ?? 0;
      const done = Math.min(arrived, this.progress[id]?.completed ?? arrived) + (this.#ended.get(id) ?? 0);
      for (const flow of flows) {
        const left = (this.#visits.get(id) ?? []).filter((visit) => visit.left.has(flow.id)).length;
        for (let more = done - left; more > 0; more--) this.#pass(flow, new Set());
      }
    }
  }

  /** Goes on by a flow, as far as a token comes without an element that would have been recorded. */
  #pass(flow: GraphFlow, passed: ReadonlySet<string>): void {
    const { target } = flow;
    if (!this.#isSilent(target) || passed.has(target)) return;
    this.#take(flow);
    const { kind = '' } = this.#elements.get(target) ?? {};
    const incoming = this.#incoming.get(target) ?? [];
    const isJoin = !TAKES_ONE.has(kind) && incoming.length > 1;
    if (kind === 'eventBasedGateway' || (isJoin && !this.#completesJoin(flow, incoming, kind))) return;
    const within = new Set([...passed, target]);
    const flows = (this.#outgoing.get(target) ?? []).filter((one) => this.#isSilent(one.target));
    if (JOINS_ALL.has(kind) || flows.length === 1) for (const one of flows) this.#pass(one, within);
    else for (const one of flows) this.#leaveOpenFrom(one);
  }

  /** Whether a token is the last one that a parallel join has waited for. */
  #completesJoin({ id, target }: GraphFlow, incoming: readonly GraphFlow[], kind: string): boolean {
    const held = this.#held.get(target) ?? [];
    const now = [...held, id];
    const isComplete = JOINS_ALL.has(kind) && incoming.every((one) => now.includes(one.id));
    for (const one of isComplete ? incoming : []) now.splice(now.indexOf(one.id), 1);
    this.#held.set(target, now);
    return isComplete;
  }

  /** What a token may have taken since. */
  #leaveOpenFrom({ id, target }: GraphFlow): void {
    if (this.#unsure.has(id)) return;
    this.#unsure.add(id);
    for (const one of this.#outgoing.get(target) ?? [])
      if (this.#isSilent(target) && this.#isSilent(one.target)) this.#leaveOpenFrom(one);
  }

  #take({ id }: GraphFlow): void {
    this.#taken.set(id, (this.#taken.get(id) ?? 0) + 1);
  }

  #arrive(id: string): void {
    this.#arrived.set(id, (this.#arrived.get(id) ?? 0) + 1);
  }

  #begin(scope: string, at: number): void {
    for (const id of this.#starts.get(scope) ?? []) {
      this.#visit(id, at);
      this.#arrive(id);
    }
  }

  #visit(node: string, at: number): Visit {
    const visit = { node, at, left: new Set<string>() };
    this.#visits.set(node, [...(this.#visits.get(node) ?? []), visit]);
    return visit;
  }

  /** The way by which an element is entered now: that from the latest visit. */
  #best(target: string, passed: ReadonlySet<string>): Way | undefined {
    const ways = this.#waysTo(target, passed);
    const owed = ways.filter(({ isOwed }) => isOwed);
    const likely = owed.length > 0 ? owed : ways;
    // Tokens that are side by side may come in any order.
    if (likely.length > 1) this.#leaveOpen(likely.map((way) => new Set(flowsOf(way))));
    const latest = Math.max(...likely.map(({ at }) => at));
    return likely.find(({ at }) => at === latest);
  }

  /** What is not on all of these ways. */
  #leaveOpen(ways: readonly ReadonlySet<string>[]): void {
    for (const flow of new Set(ways.flatMap((way) => [...way])))
      if (!ways.every((way) => way.has(flow))) this.#unsure.add(flow);
  }

  #waysTo(target: string, passed: ReadonlySet<string>): Way[] {
    return (this.#incoming.get(target) ?? []).flatMap((flow) => this.#wayBy(flow, passed) ?? []);
  }

  #wayBy(flow: GraphFlow, passed: ReadonlySet<string>): Way | undefined {
    const { source } = flow;
    const visits = (this.#visits.get(source) ?? []).filter((visit) => this.#mayLeave(visit, flow));
    const isSilent = this.#isSilent(source);
    const isOwed = isSilent && JOINS_ALL.has(this.#elements.get(source)?.kind ?? '');
    const visit = isOwed ? visits[0] : visits.at(-1);
    const gateway = isSilent && !(visit && isOwed) ? this.#throughGateway(source, passed) : undefined;
    if (visit && (gateway === undefined || visit.at >= gateway.at))
      return { flow, at: visit.at, isOwed, from: visit };
    return gateway && { flow, at: gateway.at, isOwed: gateway.ways.some((way) => way.isOwed), from: gateway };
  }

  #mayLeave({ node, left }: Visit, { id }: GraphFlow): boolean {
    if (left.has(id)) return false;
    return left.size === 0 || !TAKES_ONE.has(this.#elements.get(node)?.kind ?? '');
  }

  /** Gateways are not recorded. */
  #isSilent(id: string): boolean {
    return !this.recorded.has(id) && (this.#elements.get(id)?.kind.endsWith('Gateway') ?? false);
  }

  #throughGateway(
    node: string,
    passed: ReadonlySet<string>,
  ): { node: string; ways: readonly Way[]; at: number } | undefined {
    if (passed.has(node)) return undefined;
    const within = new Set([...passed, node]);
    const { kind = '' } = this.#elements.get(node) ?? {};
    const ways = this.#waysTo(node, within);
    if (ways.length === 0) return undefined;
    const at = Math.max(...ways.map((way) => way.at));
    if (JOINS_ALL.has(kind))
      return ways.length === this.#incoming.get(node)?.length ? { node, ways, at } : undefined;
    if (JOINS_SOME.has(kind)) {
      if (ways.length > 1) this.#leaveOpen(ways.map((way) => new Set(flowsOf(way))));
      return { node, ways, at };
    }
    const best = this.#best(node, within);
    return best && { node, ways: [best], at };
  }

  #go({ flow, at, from }: Way): void {
    let visit: Visit;
    if ('ways' in from) {
      // Ways to a join may have a beginning in common, which the first of them has gone.
      for (const way of from.ways) this.#go(this.#wayBy(way.flow, new Set([from.node])) ?? way);
      visit = this.#visit(from.node, at);
    } else visit = from;
    visit.left.add(flow.id);
    this.#take(flow);
  }
}

function flowsOf({ flow, from }: Way): string[] {
  return [flow.id, ...('ways' in from ? from.ways.flatMap(flowsOf) : [])];
}
