import type { Flow, Node, Scope } from '../2-model/types';
import { eventsOf } from './scope-parts';
import type { Region, StructuredScope } from './tree';

/**
 * An ad-hoc sub-process has no flow graph of its own: each activity that nothing leads to begins one, with what follows
 * it. An element that several of them lead to is in each, for they may be started apart from each other.
 */
export function structureAdHoc(scope: Scope, structure: (scope: Scope) => StructuredScope): StructuredScope {
  const starts = scope.nodes.filter(
    ({ kind, incoming }) => incoming.length === 0 && kind !== 'boundaryEvent',
  );
  const activities = starts.map((start) => ({ start, inside: structure(partOf(scope, start)) }));
  const events = eventsOf(scope, structure);
  const parts = activities.map(({ inside }) => inside);
  const order = [...new Set(parts.flatMap(({ order }) => order))];
  const inner = new Map(parts.flatMap(({ inner }) => inner).map((one) => [one.scope.id, one]));
  return {
    scope,
    ownScope: false,
    body: [],
    activities,
    paths: [],
    regions: distinct(activities.flatMap(({ inside }) => inside.regions)),
    unreachable: scope.nodes.filter((node) => !order.includes(node)),
    order,
    inner: [...inner.values()],
    events,
  };
}

/** What several activities lead to is in each of them, but is one part of the diagram. */
function distinct(regions: readonly Region[]): Region[] {
  return [...new Map(regions.map((region) => [`${region.reason} ${region.entry.id}`, region])).values()];
}

/** What can be reached from a node. */
function partOf(scope: Scope, start: Node): Scope {
  const nodes = new Map(scope.nodes.map((node) => [node.id, node]));
  const flows = new Map(scope.flows.map((flow) => [flow.id, flow]));
  const reached = new Set<Node>();
  const open: (Node | undefined)[] = [start];
  for (let node = open.pop(); node; node = open.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    const events = 'boundaryEvents' in node ? node.boundaryEvents : [];
    const targets = node.outgoing.map((id) => (flows.get(id) as Flow).target);
    open.push(...[...events, ...targets].map((id) => nodes.get(id)));
  }
  const { eventSubProcesses: _, ...rest } = scope; // those are of the whole
  return {
    ...rest,
    nodes: scope.nodes.filter((node) => reached.has(node)),
    flows: scope.flows.filter(({ source }) => reached.has(nodes.get(source) as Node)),
  };
}
