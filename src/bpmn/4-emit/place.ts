import type { CatchTrigger } from '../2-model/trigger-types';
import type { Node } from '../2-model/types';
import type { Block, ElementStatement } from '../3-structure/tree';
import { hasComment, type Comment } from './comments';
import type { Emission } from './emission';
import type { LoopHeads } from './loop-heads';
import { hasPayload } from './triggers';

/** Where statements stand. */
export interface Place {
  readonly emission: Emission;
  readonly indent: number;
  /** Every end of the process returns the variables; elsewhere leaving returns nothing. */
  readonly returnsVars: boolean;
  /** Loops of the function at which another run can go on. */
  readonly heads?: LoopHeads | undefined;
  /** What stands here may be done several times. */
  readonly inLoop?: boolean;
  readonly write: Write;
}

/** Writes a block. */
export type Write = (block: Block, place: Place) => string[];

/** The body of a function that stands in the process's own one, or of that one itself. */
export function bodyOf(block: Block, place: Place): Place {
  const heads = place.emission.continuing.of(block);
  return heads ? { ...place, heads } : place;
}

/** In a function that returns nothing, unless it is said otherwise. */
export function placeIn(emission: Emission, indent: number, write: Write, returnsVars = false): Place {
  return { emission, indent, returnsVars, write };
}

/** Control flow only: it writes nothing but a comment. */
export function isSilent({ node, awaitedBy }: ElementStatement): boolean {
  if (awaitedBy && 'trigger' in node)
    return !hasPayload(node.trigger as CatchTrigger) && !('outputs' in node);
  if (node.kind === 'eventBasedGateway' && node.instantiates) return true;
  if (node.kind === 'startEvent' && !node.trigger && (node.outputs ?? node.condition ?? node.gathers))
    return false;
  const kinds: readonly Node['kind'][] = [
    'startEvent',
    'boundaryEvent',
    'exclusiveGateway',
    'complexGateway',
    'inclusiveGateway',
    'parallelGateway',
  ];
  return kinds.includes(node.kind);
}

/** Whether a block writes nothing at all. */
export function isEmpty(block: Block, place: Place): boolean {
  return saysNothing(block, place, ({ node }) => commentOf(node));
}

/** Whether a block is not worth a branch: an event that nothing follows is known by its id where it is waited for. */
export function isNoBranch(block: Block, place: Place): boolean {
  return saysNothing(block, place, ({ node, awaitedBy }) => {
    const { name, ...rest } = commentOf(node);
    return node.kind === 'boundaryEvent' || awaitedBy || name === undefined ? rest : { ...rest, name };
  });
}

function saysNothing(
  block: Block,
  { returnsVars }: Place,
  said: (statement: ElementStatement) => Comment,
): boolean {
  return block.every((statement) => {
    if (statement.kind === 'leave') return statement.last && !returnsVars;
    return statement.kind === 'element' && isSilent(statement) && !hasComment(said(statement));
  });
}

/** A start event says where the process begins, which the code shows by itself, unless that depends on something. */
export function commentOf(node: Node): Comment {
  const { notes, documentation, name } = node;
  const isShown = node.kind !== 'startEvent' || (node.condition ?? node.gathers) !== undefined;
  return {
    notes,
    ...(isShown && name !== undefined && { name }),
    ...(documentation !== undefined && { documentation }),
  };
}
