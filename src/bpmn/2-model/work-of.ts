import type { Node } from './types';

/** Where the work of a node stands: in itself, or in the task that an event carries out instead of throwing. */
export function workOf(node: Node): Node {
  const isThrow = node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent';
  return isThrow && node.trigger?.kind === 'work' ? node.trigger.task : node;
}
