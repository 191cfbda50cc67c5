import { isLayoutName, localName, prefixOf } from './namespaces';
import { type XmlDocument, type XmlElement, namespaceOf } from './xml-element';

/**
 * The element that a reference means. References may be qualified names: one with a prefix for the file's own target
 * namespace means an element of the file, one with another prefix something `elsewhere` (an imported file, `xsd:string`).
 */
export function resolve(
  document: XmlDocument,
  from: XmlElement,
  reference: string,
): XmlElement | 'elsewhere' | undefined {
  const direct =
    document.ids.get(reference) ?? (isLayoutName(from.name) ? document.layoutIds.get(reference) : undefined);
  if (direct || prefixOf(reference) === '') return direct;
  const namespace = namespaceOf(from, prefixOf(reference));
  if (namespace === undefined) return undefined;
  const own = namespace === document.root.attributes.get('targetNamespace');
  return own ? document.ids.get(localName(reference)) : 'elsewhere';
}
