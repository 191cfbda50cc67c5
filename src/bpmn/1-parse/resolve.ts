import { isLayoutName, localName, prefixOf } from './namespaces';
import { type XmlDocument, type XmlElement, namespaceOf } from './xml-element';

/**
 * The element that a reference means. References may be qualified names: the prefix stands for the target namespace of
 * the file itself, or of one that it imports.
 */
export function resolve(document: XmlDocument, from: XmlElement, reference: string): XmlElement | undefined {
  const file = fileOf(from, document);
  const direct =
    file.ids.get(reference) ?? (isLayoutName(from.name) ? file.layoutIds.get(reference) : undefined);
  if (direct || prefixOf(reference) === '') return direct;
  const namespace = namespaceOf(from, prefixOf(reference));
  if (namespace === undefined) return undefined;
  for (const { root, ids } of [file, ...document.imported]) {
    const meant = root.attributes.get('targetNamespace') === namespace && ids.get(localName(reference));
    if (meant) return meant;
  }
  return undefined;
}

/** The file that an element is in: the document, or one that it imports. */
function fileOf(element: XmlElement, document: XmlDocument) {
  if (document.imported.length === 0) return document;
  let root = element;
  while (root.parent) root = root.parent;
  return document.imported.find((file) => file.root === root) ?? document;
}
