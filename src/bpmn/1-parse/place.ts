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

  return {
    of: (element) => where(element, element.tag),
    attribute: (element, name) => where(element, attributeRange(source.text, element, name) ?? element.tag),
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

/** Finds the value in the start tag. Prefixes are those of the file, so only local names are compared. */
function attributeRange(text: string, element: XmlElement, name: string): Range | undefined {
  const { offset, length } = element.tag;
  const tag = text.slice(offset, offset + length);
  const written = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (const match of tag.matchAll(written)) {
    if (localName(match[1] ?? '') !== localName(name) || match[1]?.startsWith('xmlns')) continue;
    const value = match[2] ?? match[3] ?? '';
    return { offset: offset + match.index + match[0].length - 1 - value.length, length: value.length };
  }
  return undefined;
}
