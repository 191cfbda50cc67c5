import type { Position } from '../diagnostics/diagnostic';
import type { Where } from '../diagnostics/reporter';
import type { Source } from '../diagnostics/source';
import { localName } from './namespaces';
import type { Range, XmlElement } from './xml-element';

/** Where elements and their parts stand, as diagnostics want it. */
export interface Place {
  /** Start tag of an element, and the id of it or of the nearest element around it that has one. */
  of(element: XmlElement): Where & { readonly position: Position };
  /** Value of an attribute; the start tag if there is no such attribute. */
  attribute(element: XmlElement, name: string): Where & { readonly position: Position };
  /** Text between the tags; the start tag if there is none. */
  text(element: XmlElement): Where & { readonly position: Position };
}

export function createPlace(source: Source): Place {
  const where = (element: XmlElement, { offset, length }: Range) => {
    const id = nearestId(element);
    return { position: source.position(offset, length), ...(id !== undefined && { element: id }) };
  };

  // Several attributes of one element are asked for in a row.
  let latest: { readonly element: XmlElement; readonly ranges: ReadonlyMap<string, Range> } | undefined;
  const attributeRanges = (element: XmlElement) => {
    if (latest?.element !== element) latest = { element, ranges: rangesOf(source.text, element.tag) };
    return latest.ranges;
  };

  return {
    of: (element) => where(element, element.tag),
    attribute: (element, name) =>
      where(element, attributeRanges(element).get(localName(name)) ?? element.tag),
    text: (element) => where(element, element.textRange ?? element.tag),
  };
}

function nearestId(element: XmlElement): string | undefined {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const id = at.attributes.get('id');
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Where the values of a start tag stand, by local name: prefixes are those of the file. */
function rangesOf(text: string, { offset, length }: Range): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const written = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (const match of text.slice(offset, offset + length).matchAll(written)) {
    const name = match[1] ?? '';
    const value = match[2] ?? match[3] ?? '';
    if (name.startsWith('xmlns')) continue;
    const end = offset + match.index + match[0].length - 1;
    ranges.set(localName(name), { offset: end - value.length, length: value.length });
  }
  return ranges;
}
