/** One run of a sample: what it is given, how activities and people answer, and what must come of it. */
export interface Case {
  readonly name: string;
  /** Default: the only process of the sample. */
  readonly process?: string;
  /** Which of several start events it begins at. */
  readonly startEvent?: string;
  readonly given?: Readonly<Record<string, unknown>>;
  /** By activity name: a result, or those of successive calls, of which the last one repeats. Others return `{}`. */
  readonly answers?: Readonly<Record<string, Answer | readonly Answer[]>>;
  /** In order; then the result is awaited, for which time is skipped. */
  readonly when?: readonly Step[];
  /** The elements in the order in which they are entered. */
  readonly path?: readonly string[];
  /** The elements in any order, for parallel branches. */
  readonly visited?: readonly string[];
  /** What the activities were given, by name. */
  readonly inputs?: Readonly<Record<string, readonly unknown[]>>;
  /** Some of the variables in the end. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The run fails: type of the failure, and what its message says. */
  readonly fails?: { readonly type: string; readonly message?: string };
}

export type Answer =
  | Readonly<Record<string, unknown>>
  | string
  | number
  | boolean
  /** A BPMN error. */
  | { readonly throws: string; readonly variables?: Readonly<Record<string, unknown>> }
  /** A technical failure of this type, which no further attempt mends. */
  | { readonly breaks: string };

export type Step =
  | { readonly advance: string }
  | { readonly message: string; readonly key?: string; readonly payload?: Readonly<Record<string, unknown>> }
  | {
      readonly retry: string;
      readonly variables?: Readonly<Record<string, unknown>>;
      readonly input?: Readonly<Record<string, unknown>>;
    }
  | { readonly skip: string; readonly result?: unknown }
  | { readonly fail: string }
  | {
      readonly complete: string;
      readonly result?: Readonly<Record<string, unknown>>;
      /** Who completes it. */
      readonly as?: string;
    };
