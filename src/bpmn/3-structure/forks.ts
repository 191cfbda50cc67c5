import type { Node } from '../2-model/types';
import type { Dominators } from './dominators';
import { endsQuietly } from './ends';
import type { Edge, Graph, Vertex } from './graph';
import type { Reason } from './tree';

/**
 * How the branches of a fork come together. Bottom-up: a join takes the branches that end at it, and what follows the
 * join is one branch again, which may end at a further join.
 */
export interface ForkPlan {
  /** All branches, if they end at one join (then the path goes on there); else each ends by itself. */
  readonly branches: readonly ForkBranch[];
  readonly join?: number;
}

export type ForkBranch =
  /** An ordinary path. Empty (no `head`) if the fork's flow leads to the join directly. */
  | { readonly kind: 'path'; readonly head?: number }
  /** Some branches joined before the others, and what follows. */
  | { readonly kind: 'joined'; readonly branches: readonly ForkBranch[]; readonly join: number };

export interface Trouble {
  readonly reason: Reason;
  /** The first is the one to blame. */
  readonly vertices: readonly number[];
}

/** A branch with what decides whether it can be joined. */
interface Group {
  readonly branch: ForkBranch;
  readonly roots: readonly number[];
  /** Vertices outside that it leads to. */
  readonly exits: ReadonlyMap<number, number>;
  /** Whether a token can end in it without reaching an exit or failing. */
  readonly dies: boolean;
}

export function planFork(graph: Graph, dominators: Dominators, fork: number): ForkPlan | Trouble {
  const { successors } = vertexAt(graph, fork);
  let groups = successors.map((edge) => groupOf(graph, dominators, fork, edge));
  const merges = new Set(groups.flatMap(({ exits }) => [...exits.keys()]));

  // Ascending: a set that grows while it is walked, but only by vertices that come later.
  for (let merge = takeFirst(merges); merge !== undefined; merge = takeFirst(merges)) {
    if (dominators.parent(merge) !== fork) continue;
    const arriving = groups.filter(({ exits }) => exits.has(merge));
    const reason = whyNoJoin(graph, merge, arriving);
    const roots = arriving.flatMap(({ roots }) => roots);
    if (reason === 'starved-join') return { reason, vertices: [merge, fork, ...roots] };
    const exits = arriving.flatMap((group) => [...group.exits.keys()]);
    if (reason) return { reason, vertices: [fork, ...roots, ...exits] };

    const branches = arriving.map(({ branch }) => branch);
    if (arriving.length === groups.length) return { branches, join: merge };
    const joined = pathGroup(graph, dominators, merge, { kind: 'joined', branches, join: merge });
    // In the place of the first of them.
    groups = groups.flatMap((group) =>
      group === arriving[0] ? [joined] : arriving.includes(group) ? [] : [group],
    );
    for (const exit of joined.exits.keys()) merges.add(exit);
  }

  const open = groups.filter(({ exits }) => exits.size > 0);
  if (open.length === 0) return { branches: groups.map(({ branch }) => branch) };
  const exits = open.flatMap((group) => [...group.exits.keys()]);
  return {
    reason: exits.some((exit) => exit <= fork) ? 'several-tokens-in-cycle' : 'overlapping-join',
    vertices: [fork, ...open.flatMap(({ roots }) => roots), ...exits],
  };
}

/** The path beside guarded work that an event starts; it must keep to itself. */
export function planSidePath(graph: Graph, dominators: Dominators, head: number): Trouble | undefined {
  const { exits } = pathGroup(graph, dominators, head, { kind: 'path', head });
  if (exits.size === 0) return undefined;
  return { reason: 'multi-merge', vertices: [head, ...exits.keys()] };
}

function groupOf(graph: Graph, dominators: Dominators, fork: number, { to }: Edge): Group {
  if (isOnlyWayTo(graph, dominators, fork, to)) {
    return pathGroup(graph, dominators, to, { kind: 'path', head: to });
  }
  return { branch: { kind: 'path' }, roots: [], exits: new Map([[to, 1]]), dies: false };
}

/** Whether `to` is entered from `from` only, but for edges back from behind it. */
function isOnlyWayTo(graph: Graph, dominators: Dominators, from: number, to: number): boolean {
  const entries = vertexAt(graph, to).predecessors.filter((p) => !dominators.dominates(to, p));
  return entries.length === 1 && entries[0] === from;
}

function pathGroup(graph: Graph, dominators: Dominators, root: number, branch: ForkBranch): Group {
  const exits = new Map<number, number>();
  let dies = false;
  const subtree = dominators.subtree(root);
  for (let i = 0; i < subtree.length; i += 1) {
    const vertex = subtree[i] as number;
    const { node, successors } = vertexAt(graph, vertex);
    if (vertex !== root && isSidePath(node)) {
      i += dominators.subtree(vertex).length - 1; // its tokens are its own, see `planSidePath`
      continue;
    }
    dies ||= canDie(node, successors);
    for (const { to } of successors) {
      if (!dominators.dominates(root, to)) exits.set(to, (exits.get(to) ?? 0) + 1);
    }
  }
  return { branch, roots: [root], exits, dies };
}

function isSidePath(node: Node): boolean {
  return node.kind === 'boundaryEvent' && !node.interrupting;
}

function canDie(node: Node, successors: readonly Edge[]): boolean {
  if (node.kind === 'endEvent') return endsQuietly(node);
  return !successors.some(({ event }) => event === undefined);
}

function whyNoJoin(graph: Graph, merge: number, arriving: readonly Group[]): Reason | undefined {
  const { node, predecessors } = vertexAt(graph, merge);
  if (node.kind !== 'parallelGateway') return 'multi-merge';
  if (arriving.some(({ exits }) => exits.size > 1)) return 'overlapping-join';
  const once = arriving.every(({ exits }) => exits.get(merge) === 1);
  if (!once || arriving.some(({ dies }) => dies) || predecessors.length !== arriving.length) {
    return 'starved-join';
  }
  return undefined;
}

function takeFirst(numbers: Set<number>): number | undefined {
  if (numbers.size === 0) return undefined;
  const first = Math.min(...numbers);
  numbers.delete(first);
  return first;
}

function vertexAt({ vertices }: Graph, number: number): Vertex {
  return vertices[number] as Vertex;
}
