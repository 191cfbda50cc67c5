/**
 * Things each after those that it needs, else in the order given.
 *
 * @param onCycle - told of things that need each other, once for each circle
 */
export function inOrder<T>(
  things: readonly T[],
  needs: (thing: T) => readonly T[],
  onCycle: (circle: readonly T[]) => void,
): readonly T[] {
  const done = new Set<T>();
  const open: T[] = [];
  const visit = (thing: T): void => {
    if (done.has(thing)) return;
    const at = open.indexOf(thing);
    if (at >= 0) {
      onCycle(open.slice(at));
      return;
    }
    open.push(thing);
    for (const needed of needs(thing)) visit(needed);
    open.pop();
    done.add(thing);
  };
  for (const thing of things) visit(thing);
  return [...done];
}
