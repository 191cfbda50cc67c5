import { parseDN } from 'ldapjs';

/** Values by attribute, named as they were first written. */
export type Attributes = Record<string, readonly string[]>;

export interface Entry {
  /** As it was written. */
  readonly dn: string;
  readonly attributes: Attributes;
}

/** The same text for names that are the same: `CN=Ann, OU=People` and `cn=ann,ou=people`. */
export function keyOf(dn: string): string {
  return parseDN(dn).toString().toLowerCase();
}

export function parentOf(dn: string): string {
  return parseDN(dn).parent()?.toString() ?? '';
}

/** The values of an attribute, whatever its case; none if the entry does not have it. */
export function valuesOf({ attributes }: Pick<Entry, 'attributes'>, attribute: string): readonly string[] {
  return attributes[nameOf(attributes, attribute)] ?? [];
}

/** The same entry with these values; an attribute without values is none. */
export function withValues({ dn, attributes }: Entry, attribute: string, values: readonly string[]): Entry {
  const name = nameOf(attributes, attribute);
  const { [name]: _, ...others } = attributes;
  return { dn, attributes: values.length === 0 ? others : { ...others, [name]: values } };
}

/** Whether two values are one, as directories compare names and texts. */
export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function nameOf(attributes: Attributes, attribute: string): string {
  return Object.keys(attributes).find((known) => same(known, attribute)) ?? attribute;
}
