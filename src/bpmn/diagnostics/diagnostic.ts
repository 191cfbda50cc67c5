/** A place in a source file; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** Offset in the file, and length of what is meant, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
}

export type Severity = 'error' | 'warning';

export interface RelatedElement {
  readonly element: string;
  readonly message: string;
  readonly position?: Position;
}

/** One problem of a diagram, complete enough to be shown by a terminal, an editor or CI. */
export interface Diagnostic {
  /** Key of the catalogue: `gateway-no-default`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Id of the element concerned. */
  readonly element?: string;
  readonly file: string;
  readonly position?: Position;
  /** The lines of the XML around the position, with a marker; no colours. */
  readonly frame?: string;
  readonly related?: readonly RelatedElement[];
  /** Page of the documentation on this code. */
  readonly url: string;
}
