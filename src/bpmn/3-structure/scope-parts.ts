import type { Node, Scope } from '../2-model/types';
import type { StructuredEvent, StructuredScope } from './tree';

/** What undoes an activity. */
export function handlerOf(node: Node): Node | undefined {
  return 'compensation' in node ? node.compensation?.handler : undefined;
}

/** Behind each node what undoes it. */
export function withHandlers(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    const handler = handlerOf(node);
    return handler ? [node, handler] : [node];
  });
}

/** Of all scopes, inner ones after the one that they stand in. */
export function allNodes({
  nodes,
  eventSubProcesses = [],
}: Pick<Scope, 'nodes' | 'eventSubProcesses'>): Node[] {
  return [...withHandlers(nodes), ...eventSubProcesses].flatMap((node) =>
    node.kind === 'subProcess' ? [node, ...allNodes(node.scope)] : [node],
  );
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
