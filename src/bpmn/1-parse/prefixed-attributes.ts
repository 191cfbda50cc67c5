import { localName, prefixOf } from './namespaces';

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The attributes of a start tag as they are written, with the compiler's prefixes. saxen takes the prefix off those whose
 * namespace is the default one as well, though an attribute without a prefix has none: two could become one.
 *
 * @param prefixFor - prefix of the file → that of the compiler
 */
export function prefixedAttributes(
  tag: string,
  prefixFor: (prefix: string) => string | undefined,
): Readonly<Record<string, string>> {
  const read = [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => {
    const prefix = prefixOf(name);
    const known = prefix === '' || prefix === 'xmlns' ? undefined : prefixFor(prefix);
    return [known === undefined ? name : `${known}:${localName(name)}`, double ?? single ?? ''] as const;
  });
  return Object.fromEntries(read);
}
