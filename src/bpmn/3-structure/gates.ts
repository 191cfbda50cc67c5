import type { Node } from '../2-model/types';
import type { Draft, Drafts } from './drafts';
import type { CutGraph } from './paths';
import { findPositions, isInclusiveJoin } from './positions';
import type { Gate } from './tree';

/** What tokens have to do at the beginning of a path before one of them goes on. */
export function gateOf(key: string, vertices: Drafts['vertices'], { paths }: CutGraph): Gate | undefined {
  const { node } = vertices.get(key) as Draft;
  if (node.incoming.length > 1 && node.kind === 'parallelGateway') {
    return { kind: 'parallel', flows: flowsInto(node) };
  }
  if (isInclusiveJoin(node)) {
    const positions = findPositions(vertices, [key]);
    const flows = flowsInto(node).map((id) => ({
      id,
      from: [...paths.keys()].filter((path) => isUpstream(path, id)).map((path) => nodeAt(path, vertices)),
    }));
    const activation = 'activation' in node ? node.activation : undefined;
    return activation ? { kind: 'complex', flows, activation } : { kind: 'inclusive', flows };

    /** The gateway itself is passed before its own path begins. */
    function isUpstream(path: string, flow: string): boolean {
      if (path !== key) return positions.reaches(path, flow);
      return vertices.get(path)?.edges.some(({ to }) => positions.reaches(to, flow)) ?? false;
    }
  }
  const quantity = quantityOf(node);
  return quantity > 1 ? { kind: 'quantity', quantity } : undefined;
}

/** In an order that does not depend on the document's. */
function flowsInto({ incoming }: Node): readonly string[] {
  return [...incoming].sort();
}

/** How many tokens it takes to start. */
export function quantityOf(node: Node): number {
  return 'startQuantity' in node ? (node.startQuantity ?? 1) : 1;
}

function nodeAt(key: string, vertices: Drafts['vertices']): Node {
  return (vertices.get(key) as Draft).node;
}
