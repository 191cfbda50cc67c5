import { type Reporter, createReporter } from '../diagnostics/reporter';
import { type Source, createSource } from '../diagnostics/source';
import { applyMetamodel } from './apply-metamodel';
import { checkEncoding } from './check-encoding';
import { checkReferences } from './check-references';
import { collectIds } from './collect-ids';
import type { ImportedTexts } from './imports';
import { type Metamodel, createMetamodel } from './metamodel';
import { createPlace } from './place';
import { readXml } from './read-xml';
import type { ImportedFile, XmlDocument, XmlFile } from './xml-element';

/**
 * Phase 1: text → elements with types and positions. Nothing is dropped: what BPMN's metamodel does not know is reported
 * where it stands. Without a readable BPMN document the result is undefined, and the reason was reported.
 *
 * @param imports the texts of imported files; what is wrong in them is reported when they are compiled themselves
 */
export function parse(
  source: Source,
  reporter: Reporter,
  imports: ImportedTexts = {},
): XmlDocument | undefined {
  const metamodel = createMetamodel();
  const place = createPlace(source);
  const file = readFile(source, metamodel, reporter);
  if (!file) return undefined;
  const document: XmlDocument = {
    source,
    ...file,
    imported: Object.entries(imports)
      .filter(([, text]) => text !== source.text) // files may import each other
      .flatMap(([path, text]) => imported(path, text, metamodel)),
    place,
    isA: (type, ancestor) => type !== undefined && metamodel.isA(type, ancestor),
    defaultValue: (type, attribute) => metamodel.attribute(type, attribute)?.defaultValue,
  };
  checkReferences(document, metamodel, place, reporter);
  return document;
}

function readFile(source: Source, metamodel: Metamodel, reporter: Reporter): XmlFile | undefined {
  if (!checkEncoding(source, reporter)) return undefined;
  const root = readXml(source, metamodel.namespaces, reporter);
  if (!root) return undefined;
  const place = createPlace(source);
  applyMetamodel(root, metamodel, place, reporter);
  return { root, ...collectIds(root, place, reporter) };
}

function imported(path: string, text: string, metamodel: Metamodel): ImportedFile[] {
  const source = createSource(path, text);
  const file = readFile(source, metamodel, createReporter(source, { strict: false }));
  return file ? [{ path, ...file }] : [];
}
