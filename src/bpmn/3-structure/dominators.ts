import type { Graph } from './graph';

/** The dominator tree of a graph: `a` dominates `b` if every path from the start to `b` goes through `a`. */
export interface Dominators {
  /** Immediate dominator; -1 for the start. */
  parent(vertex: number): number;
  dominates(a: number, b: number): boolean;
  /** `vertex` and all that it dominates. */
  subtree(vertex: number): readonly number[];
  /** Sum of a measure over a subtree. */
  sum(measure: (vertex: number) => number): (vertex: number) => number;
}

/** Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm": a fixed point over reverse postorder. */
export function findDominators({ vertices }: Graph): Dominators {
  const parents = new Int32Array(vertices.length).fill(-2);
  if (vertices.length > 0) parents[0] = -1;
  const parent = (vertex: number) => parents[vertex] ?? -1;

  const common = (a: number, b: number): number => {
    while (a !== b) {
      while (a > b) a = parent(a);
      while (b > a) b = parent(b);
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let vertex = 1; vertex < vertices.length; vertex += 1) {
      const known = vertices[vertex]?.predecessors.filter((p) => parent(p) !== -2) ?? [];
      const dominator = known.reduce(common);
      if (parents[vertex] !== dominator) {
        parents[vertex] = dominator;
        changed = true;
      }
    }
  }
  return numberTree(parents);
}

/** Numbers the tree in preorder, which makes every subtree one slice. */
function numberTree(parents: Int32Array): Dominators {
  const size = new Int32Array(parents.length).fill(1);
  for (let vertex = parents.length - 1; vertex > 0; vertex -= 1) {
    const parent = parents[vertex] as number;
    size[parent] = (size[parent] as number) + (size[vertex] as number);
  }
  // A parent's number in reverse postorder is below its children's, so one pass down is enough.
  const start = new Int32Array(parents.length);
  const used = new Int32Array(parents.length).fill(1);
  const preorder = new Array<number>(parents.length).fill(0);
  for (let vertex = 1; vertex < parents.length; vertex += 1) {
    const parent = parents[vertex] as number;
    start[vertex] = (start[parent] as number) + (used[parent] as number);
    used[parent] = (used[parent] as number) + (size[vertex] as number);
    preorder[start[vertex] as number] = vertex;
  }
  const first = (vertex: number) => start[vertex] as number;
  const end = (vertex: number) => first(vertex) + (size[vertex] as number);

  return {
    parent: (vertex) => parents[vertex] ?? -1,
    dominates: (a, b) => first(a) <= first(b) && first(b) < end(a),
    subtree: (vertex) => preorder.slice(first(vertex), end(vertex)),
    sum(measure) {
      const total = [0];
      for (const vertex of preorder) total.push((total.at(-1) as number) + measure(vertex));
      return (vertex) => (total[end(vertex)] as number) - (total[first(vertex)] as number);
    },
  };
}
