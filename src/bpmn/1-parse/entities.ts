const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const AMPERSAND = /&(?:#(\d{1,7});|#x([\da-fA-F]{1,6});|(\w+);)?/g;

export interface Decoded {
  readonly text: string;
  /** The first `&…` that is neither a character reference nor a predefined entity. */
  readonly undefinedEntity?: string;
}

/**
 * Replaces character references and the five predefined entities. Others need a document type, which is refused, so
 * nothing here can grow.
 */
export function decode(raw: string): Decoded {
  if (!raw.includes('&')) return { text: raw };
  let undefinedEntity: string | undefined;
  const text = raw.replace(AMPERSAND, (match: string, decimal?: string, hex?: string, name?: string) => {
    const character =
      name !== undefined
        ? Object.hasOwn(PREDEFINED, name)
          ? PREDEFINED[name]
          : undefined
        : characterOf(decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16));
    if (character === undefined) undefinedEntity ??= match;
    return character ?? match;
  });
  return undefinedEntity === undefined ? { text } : { text, undefinedEntity };
}

function characterOf(codePoint: number): string | undefined {
  const isControl = codePoint < 0x20 && codePoint !== 0x9 && codePoint !== 0xa && codePoint !== 0xd;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const isCharacter = codePoint <= 0x10ffff && codePoint !== 0xfffe && codePoint !== 0xffff;
  return isCharacter && !isControl && !isSurrogate ? String.fromCodePoint(codePoint) : undefined;
}

/** Line breaks and tabs in attribute values are spaces in XML, unless written as character references. */
export function normaliseAttribute(raw: string): string {
  return raw.replace(/\r\n|[\r\n\t]/g, ' ');
}

/** Line breaks in text are `\n` in XML. */
export function normaliseText(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}
