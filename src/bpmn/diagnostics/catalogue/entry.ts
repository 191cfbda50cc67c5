/**
 * One kind of problem. Texts are plain English with `{placeholders}`; functions, the documentation page and the types of
 * `report` come from them.
 */
export interface Entry {
  /** `strict`: an error when compiling with `--strict`, else a warning. */
  readonly severity: 'error' | 'warning' | 'strict';
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Why it matters: what would happen if it were let through. Without placeholders. */
  readonly why: string;
  /** What to do about it; shown as the hint. */
  readonly fix: string;
}
