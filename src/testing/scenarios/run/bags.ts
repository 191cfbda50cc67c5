/** How one multiset differs from another. */
export interface Difference<T> {
  readonly missing: readonly T[];
  readonly extra: readonly T[];
}

/** Undefined if both have the same members equally often, in whatever order. */
export function differenceOf<T>(expected: readonly T[], got: readonly T[]): Difference<T> | undefined {
  const missing = without(expected, got);
  const extra = without(got, expected);
  return missing.length + extra.length > 0 ? { missing, extra } : undefined;
}

/** Each member of `other` takes one away. */
function without<T>(bag: readonly T[], other: readonly T[]): T[] {
  const rest = [...bag];
  for (const member of other) {
    const index = rest.indexOf(member);
    if (index >= 0) rest.splice(index, 1);
  }
  return rest;
}
