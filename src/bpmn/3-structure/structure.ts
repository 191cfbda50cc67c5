import type { Node, Scope } from '../2-model/types';
import { analyse, type Analysis } from './analysis';
import { EXIT } from './context';
import { buildGraph, type Complementary } from './graph';
import { eventsOf, hasEvents, withHandlers } from './scope-parts';
import type { Region, StructuredScope } from './tree';
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
 * bottom-up. Deterministic; of the document's order only that of the flows leaving one node matters.
 */
export function structure(scope: Scope, options: StructureOptions): StructuredScope {
  const graph = buildGraph(scope);
  const order = withHandlers([...new Set(graph.vertices.map(({ node }) => node))]);
  const inside = (scope: Scope) => structure(scope, { ...options, isProcess: false });
  const inner = new Map(
    order.flatMap((node) => (node.kind === 'subProcess' ? [[node.id, inside(node.scope)]] : [])),
  );
  const events = eventsOf(scope, inside);
  const base = { scope, order, inner: [...inner.values()], events, unreachable: graph.unreachable };
  const innerRegions = [...base.inner, ...events.map((event) => event.inner)].flatMap(
    ({ unstructured }) => unstructured,
  );
  const refused = (reason: Region['reason'], elements: readonly Node[]): StructuredScope => {
    const region = { reason, entry: elements[0] as Node, elements };
    return {
      ...base,
      ownScope: false,
      body: [{ kind: 'unstructured', region }],
      unstructured: [region, ...innerRegions],
    };
  };

  if (graph.starts.length === 0) return { ...base, ownScope: false, body: [], unstructured: innerRegions };
  if (graph.starts.length > 1) return refused('several-starts', graph.starts);
  const analysis = analyse(graph);
  const [cycle] = analysis.loops.irreducible;
  if (cycle) return refused('irreducible-cycle', nodesOf(analysis, cycle));

  const ownScope = options.isProcess && (needsOwnScope(analysis) || hasEvents(scope));
  const { body, unstructured } = walk(
    {
      ...analysis,
      complementary: options.complementary,
      inner,
    },
    {
      next: EXIT,
      returns: options.isProcess && !ownScope,
      beside: hasSidePaths(analysis) || hasEvents(scope),
    },
  );
  return { ...base, ownScope, body, unstructured: [...unstructured, ...innerRegions] };
}

function nodesOf({ graph }: Analysis, vertices: readonly number[]): Node[] {
  return vertices.map((vertex) => graph.vertices[vertex]?.node as Node);
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
