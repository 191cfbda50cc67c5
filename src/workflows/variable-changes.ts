import { datesIn, withDates } from './dates';

type Variables = Readonly<Record<string, unknown>>;

/** Variables that differ from how they were, ready to be sent. */
export interface VariableChanges {
  readonly changed: Variables;
  /** Names. */
  readonly removed: readonly string[];
  /** Paths to `Date`s in `changed`. */
  readonly dates: readonly (readonly string[])[];
}

/** Remembers how variables were, to tell which have changed since. */
export class VariableWatch {
  #before: ReadonlyMap<string, string>;

  constructor(private readonly vars: Variables) {
    this.#before = textsOf(vars);
  }

  /** Names of the variables that are not as they were. */
  get names(): readonly string[] {
    const now = textsOf(this.vars);
    return [...new Set([...this.#before.keys(), ...now.keys()])].filter(
      (name) => this.#before.get(name) !== now.get(name),
    );
  }

  /** What has become of these by now is no change. */
  ignore(names: readonly string[]): void {
    const now = textsOf(this.vars);
    const before = new Map(this.#before);
    for (const name of names) {
      const text = now.get(name);
      if (text === undefined) before.delete(name);
      else before.set(name, text);
    }
    this.#before = before;
  }

  /** The changes up to now; from now on only later ones count. */
  take(): VariableChanges {
    const changes = changesOf(this.vars, this.names);
    this.#before = textsOf(this.vars);
    return changes;
  }
}

/** What has become of the variables with these names. */
export function changesOf(vars: Variables, names: readonly string[]): VariableChanges {
  const isThere = (name: string) => vars[name] !== undefined;
  const changed = Object.fromEntries(names.filter(isThere).map((name) => [name, vars[name]]));
  return { changed, removed: names.filter((name) => !isThere(name)), dates: datesIn(changed) };
}

export function applyChanges(vars: Record<string, unknown>, changes: VariableChanges): void {
  Object.assign(vars, withDates({ ...changes.changed }, changes.dates));
  for (const name of changes.removed) Reflect.deleteProperty(vars, name);
}

function textsOf(vars: Variables): Map<string, string> {
  return new Map(
    Object.entries(vars)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, JSON.stringify(value) ?? '']),
  );
}
