/** Paths to the `Date`s in a value, which JSON makes texts of. */
export function datesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value instanceof Date) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => datesIn(inner, [...path, name]));
}

/** Makes `Date`s again of the texts at these paths, in place. */
export function withDates<T extends object>(value: T, paths: readonly (readonly string[])[] = []): T {
  for (const path of paths) {
    const last = path.at(-1);
    let parent: unknown = value;
    for (const name of path.slice(0, -1)) parent = (parent as Record<string, unknown> | undefined)?.[name];
    if (last === undefined || typeof parent !== 'object' || parent === null) continue;
    const holder = parent as Record<string, unknown>;
    if (typeof holder[last] === 'string') holder[last] = new Date(holder[last]);
  }
  return value;
}
