import { isLayoutName, localName, prefixOf } from './namespaces';
import { type XmlDocument, type XmlElement, namespaceOf } from './xml-element';

/**
 * The element of the file that a reference means. References may be qualified names: one whose prefix stands for the
 * file's own target namespace means an element of the file, any other one something outside of it.
 */
export function resolve(document: XmlDocument, from: XmlElement, reference: string): XmlElement | undefined {
  const direct =
    document.ids.get(reference) ?? (isLayoutName(from.name) ? document.layoutIds.get(reference) : undefined);
  if (direct || prefixOf(reference) === '') return direct;
  const own = document.root.attributes.get('targetNamespace');
  const isOwn = own !== undefined && namespaceOf(from, prefixOf(reference)) === own;
  return isOwn ? document.ids.get(localName(reference)) : undefined;
}
