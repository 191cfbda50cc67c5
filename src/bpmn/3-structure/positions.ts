import { isInstant } from '../2-model/instant';
import type { Node } from '../2-model/types';
import type { Analysis } from './analysis';
import type { Draft, Drafts } from './drafts';
import { joinsInclusively } from './joins';
import type { CutReason } from './paths';
import { isAwaited } from './race';

/**
 * An inclusive gateway that joins what has no structured form goes by where tokens are. The path that a token is on
 * says that, if from everywhere on the path the same flows into the gateway can be reached.
 */
export interface Positions {
  /** Flows into cut inclusive gateways that a token in a vertex can still come by, as one text. */
  ahead(key: string): string;
  /** The same for one gateway's flow. */
  reaches(key: string, flow: string): boolean;
}

/** Cuts more, so that every path says enough about where its token is. */
export function positionCuts(
  start: string,
  vertices: Drafts['vertices'],
  main: Analysis,
  paths: ReadonlyMap<string, Analysis>,
): CutReason[] {
  const joins = [...paths.keys()].filter((key) => isInclusiveJoin(vertices.get(key)?.node));
  if (joins.length === 0) return [];
  const positions = findPositions(vertices, joins);
  const cuts = new Set<string>();
  for (const analysis of [main, ...paths.values()]) {
    const { graph, plans } = analysis;
    const waits = waitingBehind(analysis);
    const cut = (vertex: number) => {
      const at = graph.vertices[vertex];
      if (!at || at.role === 'call' || !waits[vertex]) return;
      // A decision has no name of its own, and takes no time; an event has come when its gateway goes on by it.
      if (at.silent || isAwaited(graph, vertex)) for (const { to } of at.successors) cut(to);
      else cuts.add(at.key);
    };
    graph.vertices.forEach(({ key, successors }, vertex) => {
      for (const { to } of successors)
        if (positions.ahead(graph.vertices[to]?.key as string) !== positions.ahead(key)) cut(to);
      const plan = plans.get(vertex);
      if (!plan || plan.join !== undefined || plan.gathers || positions.ahead(key) === '') return;
      for (const { to } of successors) if (positions.ahead(graph.vertices[to]?.key as string) !== '') cut(to);
    });
  }
  const found = cuts.size > 0 ? [...cuts] : startCuts(start, vertices, main, paths);
  return found.map((key) => ({ reason: 'token-positions', vertices: [key], cuts: [key] }));
}

export function isInclusiveJoin(node: Node | undefined): boolean {
  return node !== undefined && joinsInclusively(node) && node.incoming.length > 1;
}

/** The path from the start has no name, so no token may stay on it while others are under way. */
function startCuts(
  start: string,
  vertices: Drafts['vertices'],
  main: Analysis,
  paths: ReadonlyMap<string, Analysis>,
): readonly string[] {
  if (!waitingBehind(main).includes(true)) return [];
  const edges = vertices.get(start)?.edges ?? [];
  return edges
    .map(({ to }) => to)
    .filter((to) => !paths.has(to) && vertices.get(to)?.node.kind !== 'endEvent');
}

export function findPositions(vertices: Drafts['vertices'], joins: readonly string[]): Positions {
  const before = predecessorsOf(vertices);
  const reaching = new Map<string, ReadonlySet<string>>();
  for (const join of joins) {
    for (const { from, flow } of before.get(join) ?? [])
      if (flow !== undefined) reaching.set(flow, upstream(from, join, before));
  }
  return {
    ahead: (key) => [...reaching].flatMap(([flow, keys]) => (keys.has(key) ? [flow] : [])).join(' '),
    reaches: (key, flow) => reaching.get(flow)?.has(key) ?? false,
  };
}

type Predecessors = ReadonlyMap<string, readonly { readonly from: string; readonly flow?: string }[]>;

function predecessorsOf(vertices: ReadonlyMap<string, Draft>): Predecessors {
  const before = new Map<string, { from: string; flow?: string }[]>();
  for (const [from, { edges }] of vertices)
    for (const { to, flow } of edges) {
      const list = before.get(to) ?? [];
      list.push({ from, ...(flow && { flow: flow.id }) });
      before.set(to, list);
    }
  return before;
}

/** All from which `vertex` can be reached without passing the join. */
function upstream(vertex: string, join: string, before: Predecessors): ReadonlySet<string> {
  const found = new Set(vertex === join ? [] : [vertex]);
  for (const at of found) for (const { from } of before.get(at) ?? []) if (from !== join) found.add(from);
  return found;
}

/** For each vertex of a path, whether anything at it or behind it takes time. */
function waitingBehind({ graph: { vertices } }: Analysis): boolean[] {
  const waits = vertices.map(
    ({ node, role }) => role !== 'call' && node.kind !== 'endEvent' && !isInstant(node),
  );
  // Backwards until nothing changes: once for what has no cycles.
  for (let changed = true; changed;) {
    changed = false;
    for (let vertex = vertices.length - 1; vertex >= 0; vertex -= 1) {
      if (waits[vertex] || !vertices[vertex]?.successors.some(({ to }) => waits[to])) continue;
      waits[vertex] = true;
      changed = true;
    }
  }
  return waits;
}
