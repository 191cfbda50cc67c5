export type Variables = Record<string, unknown>;

/** Sets something in variables by its path: `order.amount`. What is there besides stays. */
export function setAt(variables: Variables, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  const parent = keys.reduce<Variables>((at, key) => {
    const known = at[key];
    const next =
      typeof known === 'object' && known !== null && !Array.isArray(known) ? (known as Variables) : {};
    at[key] = next;
    return next;
  }, variables);
  parent[last] = value;
}

/** What is there at a path. */
export function getAt(variables: Variables, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Variables)[key] : undefined,
      variables,
    );
}

/** Whether something is there at a path. */
export function hasAt(variables: Variables, path: string): boolean {
  return getAt(variables, path) !== undefined;
}
