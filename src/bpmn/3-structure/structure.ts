import type { Node, Scope, SubProcess } from '../2-model/types';
import { structureAdHoc } from './ad-hoc';
import type { Analysis } from './analysis';
import { EXIT, type Context } from './context';
import { byId, draftVertices, startOf, type Complementary, type Drafts } from './drafts';
import { gateOf, quantityOf } from './gates';
import { buildGraph, type Vertex } from './graph';
import { cutGraph, type CutGraph, type CutReason } from './paths';
import { aroundIt, eventsOf, hasEvents, withHandlers } from './scope-parts';
import type { Path, Region, StructuredScope } from './tree';
import { walk } from './walk';

export interface StructureOptions {
  /** The scope is a process, whose function returns something at every end; otherwise a sub-process. */
  readonly isProcess: boolean;
  /** Tells that a gateway without default needs none, because one of its two conditions always holds. */
  readonly complementary: Complementary;
}

/**
 * Phase 3: the flow graph of a scope → nested statements.
 *
 * Choices and loops by the dominator tree (Ramsey, "Beyond Relooper", ICFP 2022), forks by joining their branches
 * bottom-up. What has no structured form is cut into paths that go on at one another, each of which has one.
 * Deterministic; of the document's order only that of the flows leaving one node matters.
 */
export function structure(scope: Scope, options: StructureOptions): StructuredScope {
  const drafts = draftVertices(scope);
  const start = startOf(drafts);
  const nodes = start ? nodesOf(buildGraph(start.key, start.vertices).vertices) : [];
  const order = aroundIt(scope, ...withHandlers(nodes));
  const inside = (scope: Scope) => structure(scope, { ...options, isProcess: false });
  const subProcess = ({ scope, adHoc }: SubProcess) =>
    adHoc ? structureAdHoc(scope, inside) : inside(scope);
  const inner = new Map(
    order.flatMap((node) => (node.kind === 'subProcess' ? [[node.id, subProcess(node)]] : [])),
  );
  const reached = new Set(nodes);
  const base = {
    scope,
    order,
    inner: [...inner.values()],
    events: eventsOf(scope, inside),
    unreachable: scope.nodes.filter((node) => !reached.has(node)).sort(byId),
  };
  if (!start) return { ...base, ownScope: false, body: [], paths: [], regions: [] };

  const { complementary } = options;
  for (let reasons = gatherings(start.vertices); ;) {
    const cut = cutGraph(start.key, start.vertices, reasons);
    const isCut = cut.paths.size > 0;
    const ownScope = options.isProcess && (isCut || needsOwnScope(cut.main) || hasEvents(scope));
    const write = (analysis: Analysis, context: Context) =>
      walk({ ...analysis, complementary, inner, isCut }, context);
    const main = write(cut.main, {
      next: EXIT,
      returns: options.isProcess && !ownScope,
      beside: isCut || hasSidePaths(cut.main) || hasEvents(scope),
    });
    const paths = [...cut.paths].map(([key, analysis]) => ({
      key,
      analysis,
      ...write(analysis, { next: EXIT, returns: false, beside: true }),
    }));
    const tooDeep = [{ analysis: cut.main, ...main }, ...paths].flatMap(deepCuts);
    if (tooDeep.length > 0) {
      reasons = [...cut.reasons, ...tooDeep];
      continue;
    }
    const place = new Map(order.map((node, i) => [node, i]));
    const written = paths.map(({ key, body }) => pathOf(key, start.vertices, cut, body));
    written.sort((a, b) => (place.get(a.head) as number) - (place.get(b.head) as number));
    const regions = cut.reasons.map((reason) => regionOf(reason, start.vertices, place));
    return { ...base, ownScope, body: main.body, paths: written, regions };
  }
}

function nodesOf(vertices: readonly { readonly node: Node }[]): Node[] {
  return [...new Set(vertices.map(({ node }) => node))];
}

/** Activities that wait for several tokens, and gateways with a condition for that, begin paths of their own. */
function gatherings(vertices: Drafts['vertices']): CutReason[] {
  return [...vertices].flatMap(([key, { node, silent }]): CutReason[] => {
    if (silent) return [];
    const isComplex = 'activation' in node && node.activation !== undefined && node.incoming.length > 1;
    if (isComplex) return [{ reason: 'complex-join', vertices: [key], cuts: [key] }];
    return quantityOf(node) > 1 ? [{ reason: 'token-quantity', vertices: [key], cuts: [key] }] : [];
  });
}

/** Paths that are cut because of their depth are cut again at this depth. */
const DEPTH_OF_PATHS = 100;

function deepCuts({ analysis, tooDeep }: { analysis: Analysis; tooDeep: readonly number[] }): CutReason[] {
  const { graph, dominators, placement } = analysis;
  const depth = (vertex: number) => placement.branchDepth(vertex);
  return tooDeep.map((vertex) => {
    // What is behind it may be nested as deeply once more.
    const behind = dominators.subtree(vertex).filter((other) => {
      const isDeep = (depth(other) - depth(vertex)) % DEPTH_OF_PATHS === 0;
      return isDeep && depth(other) > depth(dominators.parent(other));
    });
    const keys = [vertex, ...behind].flatMap((one) => {
      const { key, role, silent } = graph.vertices[one] as Vertex;
      return role === 'call' || silent ? [] : [key];
    });
    const cuts = [...new Set(keys)];
    return { reason: 'nested-too-deep', vertices: cuts.slice(0, 1), cuts };
  });
}

function pathOf(key: string, vertices: Drafts['vertices'], cut: CutGraph, body: Path['body']): Path {
  const { node: head } = vertices.get(key) as { node: Node };
  const gate = gateOf(key, vertices, cut);
  return { head, ...(gate && { gate }), body };
}

function regionOf(
  { reason, vertices: keys, cuts }: CutReason,
  vertices: Drafts['vertices'],
  place: ReadonlyMap<Node, number>,
): Region {
  const nodes = (keys: readonly string[]) => keys.flatMap((key) => vertices.get(key)?.node ?? []);
  const inOrder = (a: Node, b: Node) => (place.get(a) as number) - (place.get(b) as number);
  const [entry] = nodes(keys);
  return {
    reason,
    entry: entry as Node,
    elements: [...new Set(nodes(keys))].sort(inOrder),
    paths: [...new Set(nodes(cuts))].sort(inOrder),
  };
}

/** Whether something has to wait for, or to stop, branches that run beside the main path of a process. */
function needsOwnScope(analysis: Analysis): boolean {
  return hasSidePaths(analysis) || hasTerminateInBranch(analysis);
}

function hasSidePaths({ graph }: Analysis): boolean {
  return graph.vertices.some(({ node }) => node.kind === 'boundaryEvent' && !node.interrupting);
}

function hasTerminateInBranch({ graph, placement }: Analysis): boolean {
  return graph.vertices.some(
    ({ node }, vertex) =>
      node.kind === 'endEvent' && node.trigger?.kind === 'terminate' && placement.region(vertex) !== 0,
  );
}
