/** Whether everything in `expected` is in `value` as well; of mappings a part is enough, lists are as long. */
export function isSubset(expected: unknown, value: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((one, i) => isSubset(one, value[i]))
    );
  }
  return Object.entries(expected).every(([key, one]) =>
    isSubset(one, (value as Record<string, unknown>)[key]),
  );
}

const MAX_LENGTH = 400;

/** A value in a message. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
