import type { Dominators } from './dominators';
import type { ForkPlan } from './forks';
import type { Graph } from './graph';
import type { Loops } from './loops';

/**
 * Where code goes. A vertex with one way in stands where it is entered. One with several (a merge) stands behind its
 * immediate dominator, or, if that is in a loop which the vertex is not in, behind the loop. So does the main way out
 * of a loop, so that the process goes on after the loop and not in the middle of it.
 */
export interface Placement {
  /** Merges to place behind a vertex (inside of the loop that it heads), in order. */
  merges(vertex: number): readonly number[];
  /** What to place behind a loop, in order. */
  follows(header: number): readonly number[];
  /** Whether a vertex is placed elsewhere than where it is entered. */
  isPlaced(vertex: number): boolean;
  /** Vertices of one region end up in one function; each branch has its own. The main one is 0. */
  region(vertex: number): number;
  /** How many decisions and forks lie on the way to a vertex. */
  branchDepth(vertex: number): number;
  /** Which of two vertices is more likely to be what the process is about; above 0 if `a` is. */
  compareWeight(a: number, b: number): number;
}

export function placeVertices(
  graph: Graph,
  dominators: Dominators,
  loops: Loops,
  plans: ReadonlyMap<number, ForkPlan>,
): Placement {
  const { vertices } = graph;
  const { regions, eventDepths, branchDepths } = walkDown(graph, dominators, plans);
  const merges = new Map<number, number[]>();
  const follows = new Map<number, number[]>();
  const ways = new Map<number, number[]>();

  for (let vertex = 1; vertex < vertices.length; vertex += 1) {
    const parent = dominators.parent(vertex);
    const loop = loopLeft(vertex, parent);
    const entries = vertices[vertex]?.predecessors.filter((p) => !dominators.dominates(vertex, p)) ?? [];
    if (entries.length > 1) {
      if (loop !== undefined) push(follows, loop, vertex);
      else if (!plans.has(parent)) push(merges, parent, vertex);
    } else if (loop !== undefined) push(ways, loop, vertex);
  }

  /** The outermost loop around `parent` that `vertex` is not in, without leaving the function that both are in. */
  function loopLeft(vertex: number, parent: number): number | undefined {
    let left: number | undefined;
    let loop = loops.innermost(parent);
    while (loop !== -1 && regions[loop] === regions[vertex] && !loops.contains(loop, vertex)) {
      left = loop;
      loop = loops.outer(loop);
    }
    return left;
  }

  // Sizes count decisions only: inserting a task must not turn the code inside out.
  const weight = dominators.sum((vertex) => ((vertices[vertex]?.successors.length ?? 0) > 1 ? 1 : 0));
  const compareWeight = (a: number, b: number) =>
    at(eventDepths, b) - at(eventDepths, a) || weight(a) - weight(b);
  for (const [loop, candidates] of ways) {
    const [main] = candidates.sort(
      (a, b) => compareWeight(b, a) || at(branchDepths, a) - at(branchDepths, b) || a - b,
    );
    const merged = follows.get(loop) ?? [];
    if (main === undefined || merged.some((merge) => compareWeight(main, merge) <= 0)) continue;
    follows.set(
      loop,
      [...merged, main].sort((a, b) => a - b),
    );
  }

  const placed = new Set([...merges.values(), ...follows.values()].flat());
  return {
    merges: (vertex) => merges.get(vertex) ?? [],
    follows: (header) => follows.get(header) ?? [],
    isPlaced: (vertex) => placed.has(vertex),
    region: (vertex) => at(regions, vertex),
    branchDepth: (vertex) => at(branchDepths, vertex),
    compareWeight,
  };
}

/** What a vertex inherits from its dominator. */
function walkDown({ vertices }: Graph, dominators: Dominators, plans: ReadonlyMap<number, ForkPlan>) {
  const regions = [0];
  /** How many boundary events lie on the way. */
  const eventDepths = [0];
  /** How many decisions lie on the way. */
  const branchDepths = [0];
  for (let vertex = 1; vertex < vertices.length; vertex += 1) {
    const parent = dominators.parent(vertex);
    const { node } = vertices[vertex] as Graph['vertices'][number];
    const isEvent = node.kind === 'boundaryEvent';
    const plan = plans.get(parent);
    const ownRegion = (isEvent && !node.interrupting) || (plan && plan.join !== vertex);
    regions.push(ownRegion ? vertex : at(regions, parent));
    eventDepths.push(at(eventDepths, parent) + (isEvent ? 1 : 0));
    branchDepths.push(at(branchDepths, parent) + ((vertices[parent]?.successors.length ?? 0) > 1 ? 1 : 0));
  }
  return { regions, eventDepths, branchDepths };
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] as number;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
