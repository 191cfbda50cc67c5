import type { Analysis } from './analysis';
import { jump, type Code, type Context } from './context';
import type { Complementary } from './drafts';
import type { StructuredScope } from './tree';

export interface Task extends Analysis {
  readonly complementary: Complementary;
  /** The insides of sub-processes, by their ids. */
  readonly inner: ReadonlyMap<string, StructuredScope>;
  /** The scope is cut into paths, and waits for all that goes on in it. */
  readonly isCut: boolean;
}

/** A walk over a graph that writes statements. */
export interface Walk extends Task {
  /** Vertices at which it would be nested too deeply. */
  readonly tooDeep: number[];
  /** How deep statements are nested where the walk is. */
  depth: number;
  /** Writes everything that is dominated by a vertex. */
  readonly sequence: (walk: Walk, start: number, context: Context) => Code;
}

/** Code that may go on at a vertex which belongs to the same sequence. */
export interface Step extends Code {
  readonly goOnAt?: number;
}

/** On to a vertex: in the same sequence if this is where it belongs, else by a jump. */
export function goTo(walk: Walk, from: number, to: number, context: Context): Step {
  if (isInline(walk, from, to)) return { block: [], completes: true, goOnAt: to };
  return jump(to, context);
}

export function isInline({ dominators, placement }: Walk, from: number, to: number): boolean {
  return dominators.parent(to) === from && !placement.isPlaced(to);
}
