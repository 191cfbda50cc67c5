import type { Node } from '../2-model/types';

/** Whether a gateway waits for what can still come: a complex one does, at the latest for the end of its round. */
export function joinsInclusively({ kind }: Node): boolean {
  return kind === 'inclusiveGateway' || kind === 'complexGateway';
}
