import type { Reporter } from '../diagnostics/reporter';
import type { Source } from '../diagnostics/source';
import { applyMetamodel } from './apply-metamodel';
import { checkEncoding } from './check-encoding';
import { checkReferences } from './check-references';
import { collectIds } from './collect-ids';
import { createMetamodel } from './metamodel';
import { createPlace } from './place';
import { readXml } from './read-xml';
import type { XmlDocument } from './xml-element';

/**
 * Phase 1: text → elements with types and positions. Nothing is dropped: what BPMN's metamodel does not know is reported
 * where it stands. Without a readable BPMN document the result is undefined, and the reason was reported.
 */
export function parse(source: Source, reporter: Reporter): XmlDocument | undefined {
  if (!checkEncoding(source, reporter)) return undefined;
  const metamodel = createMetamodel();
  const root = readXml(source, metamodel.namespaces, reporter);
  if (!root) return undefined;

  const place = createPlace(source);
  applyMetamodel(root, metamodel, place, reporter);
  const document: XmlDocument = {
    source,
    root,
    ...collectIds(root, place, reporter),
    place,
    isA: (type, ancestor) => type !== undefined && metamodel.isA(type, ancestor),
    defaultValue: (type, attribute) => metamodel.attribute(type, attribute)?.defaultValue,
  };
  checkReferences(document, metamodel, place, reporter);
  return document;
}
