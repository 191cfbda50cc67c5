import type { Analysis } from './analysis';
import { joinsOf } from './forks';
import { joinsInclusively } from './joins';
import type { CutReason } from './paths';
import type { Reason } from './tree';

/** Cuts by which several tokens may come to be on one path. */
const MULTIPLYING: readonly Reason[] = [
  'multi-merge',
  'overlapping-join',
  'several-paths',
  'several-tokens-in-cycle',
  'straying-branch',
];

/**
 * Where several tokens may be on a path at once, those of one may meet those of another at its joins, which are
 * therefore no matter of the path alone.
 */
export function joinsOfSeveralTokens(
  main: Analysis,
  paths: ReadonlyMap<string, Analysis>,
  reasons: readonly CutReason[],
): CutReason[] {
  const multiple = pathsOfSeveralTokens(paths, reasons);
  const inPaths = [...paths].flatMap(([key, analysis]) =>
    joinsIn(analysis, (vertex) => multiple.has(key) || isBeside(analysis, vertex)),
  );
  const joins = [...joinsIn(main, (vertex) => isBeside(main, vertex)), ...inPaths];
  return joins.map((key) => ({ reason: 'several-tokens', vertices: [key], cuts: [key] }));
}

function pathsOfSeveralTokens(
  paths: ReadonlyMap<string, Analysis>,
  reasons: readonly CutReason[],
): ReadonlySet<string> {
  const multiple = new Set(
    reasons.filter(({ reason }) => MULTIPLYING.includes(reason)).flatMap(({ cuts }) => cuts),
  );
  for (const key of multiple) for (const next of callsOf(paths.get(key))) multiple.add(next);
  return multiple;
}

function callsOf(analysis: Analysis | undefined): string[] {
  const calls = analysis?.graph.vertices.filter(({ role }) => role === 'call') ?? [];
  return calls.map(({ node }) => node.id);
}

/** Joins of several flows in a part of a path, by their keys. */
function joinsIn({ graph, plans }: Analysis, isMultiple: (vertex: number) => boolean): string[] {
  const joins = new Set([...plans.values()].flatMap(joinsOf));
  return graph.vertices.flatMap(({ key, node, role }, vertex) => {
    const isJoin = joins.has(vertex) || (joinsInclusively(node) && node.incoming.length > 1);
    return vertex > 0 && role !== 'call' && isJoin && isMultiple(vertex) ? [key] : [];
  });
}

/** Whether a vertex belongs to a path that an event starts beside its activity, perhaps again and again. */
function isBeside({ graph, dominators }: Analysis, vertex: number): boolean {
  for (let at = vertex; at !== -1; at = dominators.parent(at)) {
    const node = graph.vertices[at]?.node;
    if (node?.kind === 'boundaryEvent' && !node.interrupting) return true;
  }
  return false;
}
