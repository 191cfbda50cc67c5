import type { Node } from '../2-model/types';

/** Whether an end event throws: the path does not end there by itself, something around it takes over. */
export function throws(node: Node): boolean {
  return node.kind === 'endEvent' && (node.trigger?.kind === 'error' || node.trigger?.kind === 'cancel');
}

/** Whether a token can end at an end event with nothing else happening to the scope. */
export function endsQuietly(node: Node): boolean {
  return node.kind === 'endEvent' && !throws(node) && node.trigger?.kind !== 'terminate';
}
