import type { Expression, Value } from './value-types';

/** Carrying out an activity more than once. */
export type Loop = StandardLoop | MultiInstance;

/** The variable that tells an instance or turn which one it is, and its value in the first. */
interface Counted {
  readonly counter: string;
  readonly counterBegins: 0 | 1;
}

/** One after another, as long as a condition holds; or a number of times; or until either of them ends it. */
export interface StandardLoop extends Counted {
  readonly kind: 'standard';
  /** The condition is asked before every turn, also the first, instead of after it. */
  readonly testBefore: boolean;
  readonly condition?: Expression;
  readonly maximum?: number;
}

/** Several instances, one after another or side by side. */
export interface MultiInstance extends Counted {
  readonly kind: 'multiInstance';
  readonly sequential: boolean;
  /** How many at a time, at most. */
  readonly concurrency?: number;
  /** There is one for each item of this, */
  readonly collection?: Value;
  /** which it has as a variable; */
  readonly item?: string;
  /** or as many as this says. */
  readonly cardinality?: Expression;
  /** Asked after each completion; when it holds, the other instances are cancelled. */
  readonly completionCondition?: Expression;
  /** The variable that takes what the instances give, in the order of the items. */
  readonly output?: { readonly collection: string; readonly element: Value };
  readonly throws: readonly ImplicitThrow[];
}

/** What a completed instance makes happen. */
export interface ImplicitThrow {
  /** After which completions: a condition ends the multi-instance as well. */
  readonly on: 'each' | 'first' | Expression;
  /** The boundary event that catches it. */
  readonly event?: string;
}
