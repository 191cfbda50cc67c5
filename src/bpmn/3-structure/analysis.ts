import { findDominators, type Dominators } from './dominators';
import { planFork, planSidePath, type ForkBranch, type ForkPlan, type Trouble } from './forks';
import type { Graph } from './graph';
import { findLoops, type Loops } from './loops';
import { placeVertices, type Placement } from './placement';

/** All that is known of a graph before statements are made of it. */
export interface Analysis {
  readonly graph: Graph;
  readonly dominators: Dominators;
  readonly loops: Loops;
  readonly plans: ReadonlyMap<number, ForkPlan>;
  readonly placement: Placement;
  /** Vertices at which a part begins that has no structured form. */
  readonly troubles: ReadonlyMap<number, Trouble>;
}

export function analyse(graph: Graph): Analysis {
  const dominators = findDominators(graph);
  const loops = findLoops(graph, dominators);
  const plans = new Map<number, ForkPlan>();
  const troubles = new Map<number, Trouble>();
  if (loops.irreducible.length === 0) {
    graph.vertices.forEach(({ role, successors }, vertex) => {
      if (role === 'inclusive') troubles.set(vertex, { reason: 'inclusive-split', vertices: [vertex] });
      if (role === 'fork') {
        const plan = planFork(graph, dominators, vertex);
        if ('reason' in plan) troubles.set(vertex, plan);
        else plans.set(vertex, plan);
      }
      for (const { to, event } of successors) {
        const trouble = event && !event.interrupting ? planSidePath(graph, dominators, to) : undefined;
        if (trouble) troubles.set(vertex, trouble);
      }
    });
    const joins = new Set([...plans.values()].flatMap(joinsOf));
    graph.vertices.forEach(({ node, predecessors }, vertex) => {
      if (node.kind === 'parallelGateway' && predecessors.length > 1 && !joins.has(vertex))
        troubles.set(vertex, { reason: 'starved-join', vertices: [vertex] });
    });
  }
  return {
    graph,
    dominators,
    loops,
    plans,
    placement: placeVertices(graph, dominators, loops, plans),
    troubles,
  };
}

function joinsOf(plan: ForkPlan | Extract<ForkBranch, { kind: 'joined' }>): number[] {
  const inner = plan.branches.flatMap((branch) => (branch.kind === 'joined' ? joinsOf(branch) : []));
  return plan.join === undefined ? inner : [plan.join, ...inner];
}
