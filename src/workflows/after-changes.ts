/** A value, the changes of which something depends on. */
export interface ChangedValue {
  readonly of: () => unknown;
  /** Which changes matter: that it comes to be there, becomes another one, or is gone. Default: each of them. */
  readonly on?: readonly Change[];
}

type Change = 'create' | 'update' | 'delete';

/**
 * Gives what `holds` gave when the value had last changed.
 *
 * @param held - what it gave in the run that this one follows, which has asked already
 */
export function afterChanges(
  holds: () => boolean,
  { of: value, on = ['create', 'update', 'delete'] }: ChangedValue,
  held?: boolean,
): () => boolean {
  // A value may be changed in place, so it is compared by what is in it.
  const current = () => JSON.stringify(value()) as string | undefined;
  let before = held === undefined ? undefined : current();
  return () => {
    const now = current();
    const change = changeOf(before, now);
    before = now;
    if (held === undefined || (change && on.includes(change))) held = holds();
    return held;
  };
}

function changeOf(before: string | undefined, now: string | undefined): Change | undefined {
  if (before === now) return undefined;
  if (before === undefined) return 'create';
  return now === undefined ? 'delete' : 'update';
}
