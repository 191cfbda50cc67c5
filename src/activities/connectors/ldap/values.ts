import type { Attribute } from 'ldapts';
import type { Redaction } from '../shared/redaction';
import { quotedPassword } from './active-directory';
import { ldapts } from './library';
import type { LdapAttributes, LdapEntry, LdapValue } from './types';

/** They cannot be read again, and must not go over an open line. */
const PASSWORDS: ReadonlySet<string> = new Set(['unicodepwd', 'userpassword']);

export function isPassword(attribute: string): boolean {
  return PASSWORDS.has(attribute.toLowerCase());
}

/** An attribute in ldapts' words. Bytes make all values bytes; the wire has no other. */
export function attribute(
  type: string,
  given: LdapValue | readonly LdapValue[],
  redaction: Redaction,
): Attribute {
  const values = ([given].flat() as LdapValue[]).map((value) => encoded(type, value, redaction));
  const isBinary = values.some((value) => typeof value !== 'string');
  const { Attribute: AttributeOf } = ldapts();
  return new AttributeOf({
    type,
    values: isBinary ? values.map((value) => Buffer.from(value)) : (values as string[]),
  });
}

export function attributes(given: LdapAttributes, redaction: Redaction): Attribute[] {
  return Object.entries(given).map(([type, values]) => attribute(type, values, redaction));
}

function encoded(type: string, value: LdapValue, redaction: Redaction): string | Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  const text = redaction.reveal(value);
  if (isPassword(type)) redaction.hide(text, `[${type}]`);
  return type.toLowerCase() === 'unicodepwd' ? quotedPassword(text) : text;
}

/** An entry as ldapts gives it. */
export interface Found {
  readonly dn: string;
  readonly [attribute: string]: string | string[] | Buffer | Buffer[];
}

export function entryOf({ dn, ...found }: Found): LdapEntry {
  const read = Object.entries(found).map(([name, given]) => {
    const values = [given].flat() as (string | Buffer)[];
    return [
      name,
      values.map((value) => (typeof value === 'string' ? value : value.toString('base64'))),
    ] as const;
  });
  // ldapts gives what was asked for and is not there as an empty list.
  return { dn, attributes: Object.fromEntries(read.filter(([, values]) => values.length > 0)) };
}

/** The given attributes of which an entry lacks a value; letters count alike in either case, as in most attributes. */
export function differing(given: readonly Attribute[], entry: LdapEntry | undefined): string[] {
  return given
    .filter(({ type, values }) =>
      values.some((value: string | Buffer) => !includesValue(entry, type, value.toString())),
    )
    .map(({ type }) => type);
}

/** Whether an entry has this value in an attribute. */
export function includesValue(entry: LdapEntry | undefined, attribute: string, value: string): boolean {
  const [, values = []] =
    Object.entries(entry?.attributes ?? {}).find(
      ([name]) => name.toLowerCase() === attribute.toLowerCase(),
    ) ?? [];
  return values.some((there) => comparable(there) === comparable(value));
}

/** Servers write names in names with or without a space behind the comma. */
function comparable(value: string): string {
  return value.toLowerCase().replace(/,\s+/g, ',').trim();
}
