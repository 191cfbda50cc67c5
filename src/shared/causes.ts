/**
 * The error itself, then its cause, then the cause of that, outermost first. Temporal wraps failures (an activity's
 * `ApplicationFailure` arrives inside an `ActivityFailure`), so whoever looks for a reason walks this chain.
 */
export function* causesOf(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  for (let next = error; isErrorLike(next) && !seen.has(next); next = next.cause) {
    seen.add(next);
    yield next;
  }
}

/** Not `instanceof Error`: that of another context (the workflow sandbox, jest's) is a different class. */
function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value;
}
