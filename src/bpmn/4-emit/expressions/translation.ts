import type { Code, VerbatimCode } from './code';
import type { Type } from './types';

/** Code whose value is known to have a type. */
export interface Typed {
  readonly code: Code;
  readonly type: Type;
}

/** What a language's translator makes of an expression. */
export interface Translation {
  /** TypeScript that gives the same value for all variables that fit their types, and cannot fail. */
  readonly exact: Typed | undefined;
  /** TypeScript that gives the same value as long as all variables exist; languages without a library at run time. */
  readonly loose?: Code | VerbatimCode;
  /** The variables of the process that it reads. */
  readonly variables: ReadonlySet<string>;
}

export type Lookup = (variable: string) => Type;

/** A mistake in an expression, or something in it that cannot be compiled. Offsets count in its text. */
export class ExpressionProblem extends Error {
  constructor(
    readonly kind: 'syntax' | 'unsupported',
    message: string,
    readonly from: number,
    readonly to: number,
  ) {
    super(message);
  }
}
