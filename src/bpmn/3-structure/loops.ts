import type { Dominators } from './dominators';
import type { Graph } from './graph';

export interface Loops {
  isHeader(vertex: number): boolean;
  /** The innermost loop that a vertex is in (a header is in its own), by header; -1 outside of loops. */
  innermost(vertex: number): number;
  /** The loop around a loop; -1 for an outermost one. */
  outer(header: number): number;
  contains(header: number, vertex: number): boolean;
  /** Cycles that can be entered at more than one place, each as its vertices in order. */
  readonly irreducible: readonly (readonly number[])[];
}

/** Finds natural loops: an edge back to a dominator, and all from which that edge is reached without passing it. */
export function findLoops(graph: Graph, dominators: Dominators): Loops {
  const { vertices } = graph;
  const latches = new Map<number, number[]>();
  const strays: { from: number; to: number }[] = [];
  vertices.forEach(({ predecessors }, to) => {
    for (const from of predecessors) {
      if (from < to) continue;
      if (dominators.dominates(to, from)) latches.set(to, [...(latches.get(to) ?? []), from]);
      else strays.push({ from, to });
    }
  });

  const innermost = new Int32Array(vertices.length).fill(-1);
  const outer = new Map<number, number>();
  // Inner headers come later in reverse postorder, so their loops are complete when an outer one absorbs them whole.
  const outermost = (vertex: number): number => {
    let loop = innermost[vertex] as number;
    if (loop === -1) return -1;
    for (let next = outer.get(loop); next !== undefined; next = outer.get(loop)) loop = next;
    return loop;
  };
  for (const header of [...latches.keys()].sort((a, b) => b - a)) {
    innermost[header] = header;
    const pending = [...(latches.get(header) ?? [])];
    for (let vertex = pending.pop(); vertex !== undefined; vertex = pending.pop()) {
      const inside = outermost(vertex);
      if (inside === header) continue;
      if (inside === -1) innermost[vertex] = header;
      else outer.set(inside, header);
      // Stray edges of irreducible cycles could lead out of what the header dominates.
      for (const from of vertices[inside === -1 ? vertex : inside]?.predecessors ?? [])
        if (dominators.dominates(header, from)) pending.push(from);
    }
  }

  takeAwaitedEvents(graph, innermost);

  return {
    isHeader: (vertex) => latches.has(vertex),
    innermost: (vertex) => innermost[vertex] as number,
    outer: (header) => outer.get(header) ?? -1,
    contains(header, vertex) {
      let loop = innermost[vertex] as number;
      while (loop > header) loop = outer.get(loop) ?? -1;
      return loop === header;
    },
    irreducible: strays.length === 0 ? [] : cyclesOf(graph, strays),
  };
}

/**
 * Which event came first is known where it was waited for, and so is what came with it: an event by which a loop is left
 * is still in the loop.
 */
function takeAwaitedEvents({ vertices }: Graph, innermost: Int32Array): void {
  vertices.forEach(({ role, successors }, race) => {
    if (role !== 'race') return;
    for (const { to } of successors)
      if (vertices[to]?.predecessors.length === 1) innermost[to] = innermost[race] as number;
  });
}

/** For each stray edge the vertices on a cycle through it; cycles that share vertices are one. */
function cyclesOf({ vertices }: Graph, strays: readonly { from: number; to: number }[]): number[][] {
  const forward = (vertex: number) => vertices[vertex]?.successors.map(({ to }) => to) ?? [];
  const backward = (vertex: number) => vertices[vertex]?.predecessors ?? [];
  const cycles: Set<number>[] = [];
  for (const { from, to } of strays) {
    if (cycles.some((cycle) => cycle.has(from) && cycle.has(to))) continue;
    const behind = reach(to, forward);
    cycles.push(new Set([...reach(from, backward)].filter((vertex) => behind.has(vertex))));
  }
  return cycles.map((cycle) => [...cycle].sort((a, b) => a - b));
}

function reach(start: number, next: (vertex: number) => readonly number[]): Set<number> {
  const seen = new Set([start]);
  for (const vertex of seen) for (const neighbour of next(vertex)) seen.add(neighbour);
  return seen;
}
