import type { EventBasedGateway, Node } from '../2-model/types';
import type { Graph, Vertex } from './graph';
import type { AwaitedNode, ElementStatement } from './tree';

/** What an event-based gateway waits for, or which one has waited for this event. */
export function race(
  { graph }: { readonly graph: Graph },
  number: number,
): Pick<ElementStatement, 'awaits' | 'awaitedBy'> {
  const { role, successors, predecessors } = graph.vertices[number] as Vertex;
  if (role === 'race') return { awaits: successors.map(({ to }) => awaited(graph, to)) };
  const gateway = predecessors.map((from) => graph.vertices[from] as Vertex).find(isRace);
  return gateway ? { awaitedBy: gateway.node as EventBasedGateway } : {};
}

/** Whether an event-based gateway waits for it. */
export function isAwaited({ vertices }: Graph, number: number): boolean {
  return vertices[number]?.predecessors.some((from) => isRace(vertices[from] as Vertex)) ?? false;
}

/** A rule sees to it that event-based gateways lead to nothing else. */
export function awaited(graph: Graph, number: number): AwaitedNode {
  return graph.vertices[number]?.node as Node as AwaitedNode;
}

function isRace({ role }: Vertex): boolean {
  return role === 'race';
}
