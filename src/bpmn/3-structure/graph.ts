import type { Flow, Node } from '../2-model/types';
import type { Draft, Role, Way } from './drafts';

/**
 * A scope's flow graph, or the part of it that one path covers, prepared for structuring. Vertices are numbered in
 * reverse postorder (every vertex comes after at least one of its predecessors), in which the flows that leave a node
 * keep their document order and nothing else of the document's order shows.
 */
export interface Graph {
  readonly vertices: readonly Vertex[];
}

export interface Vertex {
  readonly key: string;
  readonly node: Node;
  readonly role: Role;
  /** Only decides where to go on after a vertex before it that did the node's work. */
  readonly silent: boolean;
  /** Of a call: the flow by which the path arrives at the other one. */
  readonly flow?: Flow;
  /** In document order of the flows; of guarded work the normal way first, then its events by id. */
  readonly successors: readonly Edge[];
  readonly predecessors: readonly number[];
}

export interface Edge extends Way {
  readonly to: number;
}

/** What is reached from a vertex. */
export function buildGraph(start: string, drafts: ReadonlyMap<string, Draft>): Graph {
  const order = reversePostorder(start, drafts);
  const numbers = new Map(order.map((key, number) => [key, number]));
  const number = (key: string) => numbers.get(key) as number;

  const predecessors: number[][] = order.map(() => []);
  const vertices = order.map((key, from): Vertex => {
    const { edges, ...draft } = drafts.get(key) as Draft;
    const successors = edges.map(({ to, ...edge }) => ({ to: number(to), ...edge }));
    for (const { to } of successors) predecessors[to]?.push(from);
    return { key, ...draft, successors, predecessors: predecessors[from] as number[] };
  });
  return { vertices };
}

/** The graph in which every edge to one of `cuts` leads to a `call` of its own instead. */
export function withCalls(
  drafts: ReadonlyMap<string, Draft>,
  cuts: ReadonlySet<string>,
): ReadonlyMap<string, Draft> {
  if (cuts.size === 0) return drafts;
  const all = new Map<string, Draft>();
  for (const [key, draft] of drafts) {
    const edges = draft.edges.map((edge, i) => {
      if (!cuts.has(edge.to)) return edge;
      const call = `${edge.to} called by ${key} ${i}`;
      const { node } = drafts.get(edge.to) as Draft;
      const { flow } = edge;
      all.set(call, { node, role: 'call', silent: true, ...(flow && { flow }), edges: [] });
      return { ...edge, to: call };
    });
    all.set(key, { ...draft, edges });
  }
  return all;
}

/** Depth first, without recursion: a diagram may be one path of ten thousand elements. */
function reversePostorder(start: string, drafts: ReadonlyMap<string, Draft>): string[] {
  const seen = new Set([start]);
  const postorder: string[] = [];
  const stack = [{ key: start, next: drafts.get(start)?.edges.length ?? 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    // From the last edge to the first, so that in reverse postorder the first comes first.
    top.next -= 1;
    const target = drafts.get(top.key)?.edges[top.next]?.to;
    if (target === undefined) {
      postorder.push(top.key);
      stack.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      stack.push({ key: target, next: drafts.get(target)?.edges.length ?? 0 });
    }
  }
  return postorder.reverse();
}
