/**
 * A distinguished name from its first part and what it is under; values are escaped, so that none can leave its place.
 *
 * @example
 * dn({ CN: 'Doe, Jane' }, 'OU=People,DC=example,DC=org'); // CN=Doe\, Jane,OU=People,DC=example,DC=org
 */
export function dn(first: Readonly<Record<string, string>>, under: string): string {
  const parts = Object.entries(first).map(([name, value]) => `${name}=${escapeDnValue(value)}`);
  return [parts.join('+'), under].filter(Boolean).join(',');
}

/**
 * A search filter; values in it are escaped.
 *
 * @example
 * filter`(&(objectClass=user)(sAMAccountName=${name}))`
 */
export function filter(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw({ raw: texts }, ...values.map((value) => escapeFilterValue(String(value))));
}

/** RFC 4514. */
function escapeDnValue(value: string): string {
  return value
    .replace(/["+,;<>=\\]/g, (character) => `\\${character}`)
    .replaceAll('\0', '\\00')
    .replace(/[\r\n]/g, (character) => (character === '\r' ? '\\0D' : '\\0A'))
    .replace(/^[ #]/, (character) => `\\${character}`)
    .replace(/ $/, '\\ ');
}

/** RFC 4515. */
function escapeFilterValue(value: string): string {
  return value.replace(/[*()\\\0]/g, (c) => `\\${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
