import {
  AttributeOrValueExistsError,
  EntryAlreadyExistsError,
  NoSuchAttributeError,
  NoSuchObjectError,
  NotAllowedOnNonLeafError,
  parseDN,
} from 'ldapjs';
import { keyOf, parentOf, same, valuesOf, withValues, type Entry } from './entry';

/** A change of one attribute. */
export interface Change {
  readonly operation: 'add' | 'delete' | 'replace';
  readonly attribute: string;
  readonly values: readonly string[];
}

/** The entries of a directory, by name. Refuses with the errors that LDAP has for it. */
export class Tree {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly root: string) {
    this.put({ dn: root, attributes: { objectClass: ['top', 'domain'] } });
  }

  get(dn: string): Entry {
    const entry = this.find(dn);
    if (!entry) throw new NoSuchObjectError(`There is no ${dn}.`);
    return entry;
  }

  find(dn: string): Entry | undefined {
    return this.entries.get(keyOf(dn));
  }

  /** The entry itself, or what is directly below it, or it and all below it. */
  search(dn: string, scope: 'base' | 'single' | 'subtree'): readonly Entry[] {
    const base = this.get(dn);
    if (scope === 'base') return [base];
    const name = parseDN(base.dn);
    const below = this.all().filter((entry) => name.parentOf(entry.dn));
    if (scope === 'subtree') return [base, ...below];
    return below.filter((entry) => keyOf(parentOf(entry.dn)) === keyOf(base.dn));
  }

  all(): readonly Entry[] {
    return [...this.entries.values()];
  }

  add(entry: Entry): void {
    if (this.find(entry.dn)) throw new EntryAlreadyExistsError(`There is ${entry.dn} already.`);
    this.get(parentOf(entry.dn));
    this.put(entry);
  }

  put(entry: Entry): void {
    this.entries.set(keyOf(entry.dn), entry);
  }

  delete(dn: string): void {
    const entry = this.get(dn);
    this.refuseWithChildren(entry);
    this.entries.delete(keyOf(dn));
    this.changeMembers(entry.dn, []);
  }

  /** Renames an entry without children, or moves it below another one. */
  move(dn: string, to: string): void {
    const entry = this.get(dn);
    if (this.find(to)) throw new EntryAlreadyExistsError(`There is ${to} already.`);
    this.get(parentOf(to));
    this.refuseWithChildren(entry);
    this.entries.delete(keyOf(dn));
    this.put({ ...entry, dn: to });
    this.changeMembers(entry.dn, [to]);
  }

  private refuseWithChildren({ dn }: Entry): void {
    if (this.search(dn, 'single').length > 0 || keyOf(dn) === keyOf(this.root)) {
      throw new NotAllowedOnNonLeafError(`${dn} has entries below it.`);
    }
  }

  /** Members are names of entries, and follow them. */
  private changeMembers(dn: string, to: readonly string[]): void {
    for (const entry of this.all()) {
      const members = valuesOf(entry, 'member');
      if (!members.some((member) => same(member, dn))) continue;
      this.put(
        withValues(
          entry,
          'member',
          members.flatMap((member) => (same(member, dn) ? to : [member])),
        ),
      );
    }
  }
}

/** What changes make of an entry: all of them, or none. */
export function changed(entry: Entry, changes: readonly Change[]): Entry {
  return changes.reduce((current, { operation, attribute, values }) => {
    const present = valuesOf(current, attribute);
    const has = (value: string) => present.some((one) => same(one, value));
    if (operation === 'replace') return withValues(current, attribute, values);
    if (operation === 'add') {
      const twice = values.find(has);
      if (twice !== undefined) throw new AttributeOrValueExistsError(`${attribute} has ${twice} already.`);
      return withValues(current, attribute, [...present, ...values]);
    }
    const missing = values.find((value) => !has(value));
    if (missing !== undefined || present.length === 0) {
      throw new NoSuchAttributeError(`${attribute} has no ${missing ?? 'value'}.`);
    }
    const left = present.filter((one) => values.length > 0 && !values.some((value) => same(one, value)));
    return withValues(current, attribute, left);
  }, entry);
}
