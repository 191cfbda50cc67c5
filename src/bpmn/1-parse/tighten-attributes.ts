/** What begins with `<` and may hold an `=`: only start tags, the last of these, have attributes. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?![!?/])(?:"[^"]*"|'[^']*'|[^"'<>])*>/g;
const ATTRIBUTE = /([^\s=<>"'/]+)(\s*)=(\s*)("[^"]*"|'[^']*')/g;

/**
 * XML allows white space around the `=` of an attribute, saxen does not understand it. It is moved in front of the
 * attribute, so that every tag keeps its place and its length.
 */
export function tightenAttributes(xml: string): string {
  if (!/\s=\s*["']|=\s+["']/.test(xml)) return xml;
  return xml.replace(MARKUP, (markup) =>
    /^<[!?]/.test(markup) ? markup : markup.replace(ATTRIBUTE, '$2$3$1=$4'),
  );
}
