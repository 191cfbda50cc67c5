import type { Node, Scope } from '../2-model/types';
import type { StructuredEvent, StructuredScope } from './tree';

/** What undoes an activity. */
export function handlerOf(node: Node): Node | undefined {
  return 'compensation' in node ? node.compensation?.handler : undefined;
}

/** With each node what undoes it, and what its listeners do as a part of it. */
export function withHandlers(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    const handler = handlerOf(node);
    return [...aroundIt(node, node), ...(handler ? withHandlers([handler]) : [])];
  });
}

/** Of all scopes, inner ones after the one that they stand in. */
export function allNodes({
  nodes,
  eventSubProcesses = [],
  ...scope
}: Pick<Scope, 'nodes' | 'eventSubProcesses' | 'around'>): Node[] {
  const here = aroundIt(scope, ...withHandlers([...nodes, ...eventSubProcesses]));
  return here.flatMap((node) => (node.kind === 'subProcess' ? [node, ...allNodes(node.scope)] : [node]));
}

/** Nodes with what listeners do around them, in the order in which it is done. */
export function aroundIt({ around }: Pick<Scope, 'around'>, ...nodes: readonly Node[]): Node[] {
  return [...(around?.first ?? []), ...nodes, ...(around?.next ?? []), ...(around?.last ?? [])];
}

/** Event sub-processes in the order of their start events' ids, for nothing else of the document's order counts. */
export function eventsOf(scope: Scope, inside: (scope: Scope) => StructuredScope): StructuredEvent[] {
  return [...(scope.eventSubProcesses ?? [])]
    .sort((a, b) => (a.start.id < b.start.id ? -1 : 1))
    .map((node) => ({ node, inner: inside(node.scope) }));
}

/** Whether something can run beside the main path, or in its place, that waits for no flow. */
export function hasEvents(scope: Scope): boolean {
  return (scope.eventSubProcesses?.length ?? 0) > 0 || scope.nodes.some(isUnawaited);
}

/** Compensation that the path does not wait for. */
function isUnawaited(node: Node): boolean {
  const isThrow = node.kind === 'intermediateThrowEvent' || node.kind === 'endEvent';
  return isThrow && node.trigger?.kind === 'compensate' && !node.trigger.waitForCompletion;
}
