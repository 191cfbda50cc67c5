import type { Node } from '../2-model/types';
import type { Dominators } from './dominators';
import { endsQuietly } from './ends';
import type { Edge, Graph, Vertex } from './graph';
import { joinsInclusively } from './joins';
import type { Reason } from './tree';

/**
 * How the branches of a fork come together. Bottom-up: a join takes the branches that end at it, and what follows the
 * join is one branch again, which may end at a further join.
 */
export interface ForkPlan {
  /** All branches, if they end at one join (then the path goes on there); else each ends by itself. */
  readonly branches: readonly ForkBranch[];
  readonly join?: number;
  /** All branches end at a join that branches of an outer fork end at as well. */
  readonly gathers?: Gathering;
}

interface Gathering {
  readonly join: number;
  /** How many flows into the join the branches have among them. */
  readonly flows: number;
}

export type ForkBranch =
  /** An ordinary path. Empty (no `head`) if the fork's flow leads to the join directly. */
  | { readonly kind: 'path'; readonly edge: Edge; readonly head?: number }
  /** Some branches joined before the others, and what follows. */
  | { readonly kind: 'joined'; readonly branches: readonly ForkBranch[]; readonly join: number };

export interface Trouble {
  readonly reason: Reason;
  /** The first is the one to blame. */
  readonly vertices: readonly number[];
  /** Where paths of their own have to begin, so that the rest has a structured form. */
  readonly cuts: readonly number[];
}

/** A branch with what decides whether it can be joined. */
interface Group {
  readonly branch: ForkBranch;
  readonly roots: readonly number[];
  /** Vertices outside that it leads to. */
  readonly exits: ReadonlyMap<number, Exit>;
  /** Whether a token can end in it without reaching an exit or failing. */
  readonly dies: boolean;
}

interface Exit {
  readonly flows: number;
  /** Of the flows only one of these gets a token; all flows of one gathering are one way. */
  readonly ways: number;
}

/** What is planned of inner forks is known when an outer one is planned. */
export function planFork(
  graph: Graph,
  dominators: Dominators,
  plans: ReadonlyMap<number, ForkPlan>,
  fork: number,
): ForkPlan | Trouble {
  const { successors, role } = vertexAt(graph, fork);
  let groups = successors.map((edge) => groupOf(graph, dominators, plans, fork, edge));
  const merges = new Set(groups.flatMap(({ exits }) => [...exits.keys()]));

  // Ascending: a set that grows while it is walked, but only by vertices that come later.
  for (let merge = takeFirst(merges); merge !== undefined; merge = takeFirst(merges)) {
    if (dominators.parent(merge) !== fork) continue;
    const arriving = groups.filter(({ exits }) => exits.has(merge));
    const isWhole = arriving.length === groups.length;
    // Which of the branches are taken is known for all of them together only.
    const reason =
      whyNoJoin(graph, merge, arriving, role === 'inclusive') ??
      (role === 'inclusive' && !isWhole ? 'overlapping-join' : undefined);
    const roots = arriving.flatMap(({ roots }) => roots);
    if (reason === 'starved-join') return { reason, vertices: [merge, fork, ...roots], cuts: [merge] };
    const exits = arriving.flatMap((group) => [...group.exits.keys()]);
    if (reason) return { reason, vertices: [fork, ...roots, ...exits], cuts: [merge] };

    const branches = arriving.map(({ branch }) => branch);
    if (isWhole) return { branches, join: merge };
    const joined = pathGroup(graph, dominators, plans, merge, { kind: 'joined', branches, join: merge });
    // In the place of the first of them.
    groups = groups.flatMap((group) =>
      group === arriving[0] ? [joined] : arriving.includes(group) ? [] : [group],
    );
    for (const exit of joined.exits.keys()) merges.add(exit);
  }

  const branches = groups.map(({ branch }) => branch);
  const open = groups.filter(({ exits }) => exits.size > 0);
  if (open.length === 0) return { branches };
  const gathers = gatheringOf(graph, fork, groups);
  if (gathers) return { branches, gathers };
  const exits = open.flatMap((group) => [...group.exits.keys()]);
  return {
    reason: exits.some((exit) => exit <= fork) ? 'several-tokens-in-cycle' : 'overlapping-join',
    vertices: [fork, ...open.flatMap(({ roots }) => roots), ...exits],
    cuts: exits,
  };
}

/** The path beside guarded work that an event starts; it must keep to itself. */
export function planSidePath(
  graph: Graph,
  dominators: Dominators,
  plans: ReadonlyMap<number, ForkPlan>,
  edge: Edge,
): Trouble | undefined {
  const head = edge.to;
  const { exits } = pathGroup(graph, dominators, plans, head, { kind: 'path', edge, head });
  if (exits.size === 0) return undefined;
  return { reason: 'multi-merge', vertices: [head, ...exits.keys()], cuts: [...exits.keys()] };
}

/** The joins at which branches come together. */
export function joinsOf(plan: ForkPlan | Extract<ForkBranch, { kind: 'joined' }>): number[] {
  const inner = plan.branches.flatMap((branch) => (branch.kind === 'joined' ? joinsOf(branch) : []));
  return plan.join === undefined ? inner : [plan.join, ...inner];
}

function groupOf(
  graph: Graph,
  dominators: Dominators,
  plans: ReadonlyMap<number, ForkPlan>,
  fork: number,
  edge: Edge,
): Group {
  if (isOnlyWayTo(graph, dominators, fork, edge.to)) {
    return pathGroup(graph, dominators, plans, edge.to, { kind: 'path', edge, head: edge.to });
  }
  const exits = new Map([[edge.to, { flows: 1, ways: 1 }]]);
  return { branch: { kind: 'path', edge }, roots: [], exits, dies: false };
}

/** Whether `to` is entered from `from` only, but for edges back from behind it. */
function isOnlyWayTo(graph: Graph, dominators: Dominators, from: number, to: number): boolean {
  const entries = vertexAt(graph, to).predecessors.filter((p) => !dominators.dominates(to, p));
  return entries.length === 1 && entries[0] === from;
}

function pathGroup(
  graph: Graph,
  dominators: Dominators,
  plans: ReadonlyMap<number, ForkPlan>,
  root: number,
  branch: ForkBranch,
): Group {
  const exits = new Map<number, Exit>();
  const leave = (to: number, flows: number) => {
    const known = exits.get(to) ?? { flows: 0, ways: 0 };
    exits.set(to, { flows: known.flows + flows, ways: known.ways + 1 });
  };
  let dies = false;
  const subtree = dominators.subtree(root);
  for (let i = 0; i < subtree.length; i += 1) {
    const vertex = subtree[i] as number;
    const { node, role, successors } = vertexAt(graph, vertex);
    if (vertex !== root && isSidePath(node)) {
      i += dominators.subtree(vertex).length - 1; // its tokens are its own, see `planSidePath`
      continue;
    }
    const gathers = plans.get(vertex)?.gathers;
    if (gathers && !dominators.dominates(root, gathers.join)) {
      leave(gathers.join, gathers.flows);
      i += dominators.subtree(vertex).length - 1;
      continue;
    }
    dies ||= canDie(node, successors) || role === 'call';
    for (const { to } of successors) if (!dominators.dominates(root, to)) leave(to, 1);
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

function whyNoJoin(
  graph: Graph,
  merge: number,
  arriving: readonly Group[],
  isInclusive: boolean,
): Reason | undefined {
  const { node } = vertexAt(graph, merge);
  if (node.kind !== 'parallelGateway' && !joinsInclusively(node)) return 'multi-merge';
  if (arriving.some(({ exits }) => exits.size > 1)) return 'overlapping-join';
  const isRagged = arriving.some(({ dies }) => dies);
  if (joinsInclusively(node)) return isRagged ? 'straying-branch' : undefined;
  const exits = arriving.map(({ exits }) => exits.get(merge) as Exit);
  const flows = exits.reduce((sum, { flows }) => sum + flows, 0);
  const isEach = exits.every(({ ways }) => ways === 1) && flows === node.incoming.length;
  return isEach && !isRagged && !isInclusive ? undefined : 'starved-join';
}

/** Whether all branches, and nothing of them but that, end at one join. */
function gatheringOf(graph: Graph, fork: number, groups: readonly Group[]): Gathering | undefined {
  const [join] = groups[0]?.exits.keys() ?? [];
  if (join === undefined || join <= fork) return undefined;
  const isAll = groups.every(({ exits, dies }) => exits.size === 1 && exits.has(join) && !dies);
  if (!isAll) return undefined;
  const exits = groups.map(({ exits }) => exits.get(join) as Exit);
  const { role } = vertexAt(graph, fork);
  const { node } = vertexAt(graph, join);
  const isEach = role === 'fork' && exits.every(({ ways }) => ways === 1);
  if (!joinsInclusively(node) && !(node.kind === 'parallelGateway' && isEach)) return undefined;
  return { join, flows: exits.reduce((sum, { flows }) => sum + flows, 0) };
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
