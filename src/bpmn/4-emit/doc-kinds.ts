/**
 * TypeScript expressions as documents: laid out on one line where they fit, else broken in the way prettier breaks
 * them, so that formatting generated files changes nothing.
 */
export type Doc =
  | string
  | CallDoc
  | ChainDoc
  | TableDoc
  | ObjectDoc
  | ArrayDoc
  | ArrowDoc
  | LambdaDoc
  | LogicalDoc
  | ConcatDoc
  | VerbatimDoc;

export interface CallDoc {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: readonly Doc[];
}

/** Methods called one on the result of the other. */
export interface ChainDoc {
  readonly kind: 'chain';
  readonly head: string;
  readonly calls: readonly ChainedCall[];
}

export interface ChainedCall {
  readonly name: string;
  readonly args: readonly Doc[];
  /** It makes a line of its own for each call when there are more than two. */
  readonly isLong?: boolean;
}

/** A call of a function with something, and a list of rows with comments above them. */
export interface TableDoc {
  readonly kind: 'table';
  readonly callee: string;
  readonly head: Doc;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly comments: readonly string[];
  readonly doc: Doc;
}

export interface ObjectDoc {
  readonly kind: 'object';
  readonly entries: readonly (readonly [key: string, value: Doc])[];
}

export interface ArrayDoc {
  readonly kind: 'array';
  readonly items: readonly Doc[];
}

/** A function with a block; what is in it comes from `body` when the indentation is known. */
export interface ArrowDoc {
  readonly kind: 'arrow';
  readonly head: string;
  readonly body: (indent: number) => readonly string[];
  readonly isVerbatim?: boolean;
  /** Replaces the head by a shorter one, when it is known what the body uses. */
  readonly shortHead?: () => string;
}

/** A function of one expression; where it does not fit on the line it becomes a block. */
export interface LambdaDoc {
  readonly kind: 'lambda';
  readonly head: string;
  readonly body: Doc;
  /** What the block does; default: it returns the expression. */
  readonly block: ((indent: number) => readonly string[]) | undefined;
}

export interface LogicalDoc {
  readonly kind: 'logical';
  readonly operator: string;
  readonly operands: readonly Doc[];
}

/** Parts side by side; only one of them may be more than text. */
export interface ConcatDoc {
  readonly kind: 'concat';
  readonly parts: readonly Doc[];
}

/** Text of the user's that is not laid out anew. */
export interface VerbatimDoc {
  readonly kind: 'verbatim';
  readonly text: string;
}
