import { findDominators, type Dominators } from './dominators';
import { joinsOf, planFork, planSidePath, type ForkPlan, type Trouble } from './forks';
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
  /** What has no structured form. */
  readonly troubles: readonly Trouble[];
}

export function analyse(graph: Graph): Analysis {
  const dominators = findDominators(graph);
  const loops = findLoops(graph, dominators);
  const plans = new Map<number, ForkPlan>();
  const troubles = loops.irreducible.map((cycle) => severalEntries(graph, cycle));
  if (troubles.length === 0) {
    // From the inside out: inner forks come later in reverse postorder.
    for (let vertex = graph.vertices.length - 1; vertex >= 0; vertex -= 1) {
      troubles.push(...troublesAt(graph, dominators, plans, vertex));
    }
    troubles.push(...loneJoins(graph, plans));
  }
  const placement = placeVertices(graph, dominators, loops, plans);
  return { graph, dominators, loops, plans, placement, troubles };
}

/** Plans a fork; tells what cannot be planned. */
function troublesAt(
  graph: Graph,
  dominators: Dominators,
  plans: Map<number, ForkPlan>,
  vertex: number,
): Trouble[] {
  const { role, successors } = graph.vertices[vertex] as Graph['vertices'][number];
  const troubles = successors.flatMap((edge) => {
    const { event } = edge;
    return event && !event.interrupting ? (planSidePath(graph, dominators, plans, edge) ?? []) : [];
  });
  if (role !== 'fork' && role !== 'inclusive') return troubles;
  const plan = planFork(graph, dominators, plans, vertex);
  if ('reason' in plan) return [...troubles, plan];
  plans.set(vertex, plan);
  return troubles;
}

/** Parallel gateways that join flows of which only one can get a token. */
function loneJoins({ vertices }: Graph, plans: ReadonlyMap<number, ForkPlan>): Trouble[] {
  const joins = new Set([...plans.values()].flatMap(joinsOf));
  return vertices.flatMap(({ node, role }, vertex): Trouble[] => {
    const isLone =
      vertex > 0 &&
      role !== 'call' &&
      node.kind === 'parallelGateway' &&
      node.incoming.length > 1 &&
      !joins.has(vertex);
    return isLone ? [{ reason: 'starved-join', vertices: [vertex], cuts: [vertex] }] : [];
  });
}

/** Each place at which a cycle is entered begins a path of its own. */
function severalEntries({ vertices }: Graph, cycle: readonly number[]): Trouble {
  const inside = new Set(cycle);
  const cuts = cycle.filter((vertex) => vertices[vertex]?.predecessors.some((from) => !inside.has(from)));
  return { reason: 'irreducible-cycle', vertices: cycle, cuts };
}
