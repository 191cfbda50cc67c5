import { type Reporter, createReporter } from '../diagnostics/reporter';
import { type Source, createSource } from '../diagnostics/source';
import { applyMetamodel } from './apply-metamodel';
import { checkEncoding } from './check-encoding';
import { checkReferences } from './check-references';
import { collectIds } from './collect-ids';
import type { ImportedTexts } from './imports';
import { type Metamodel, createMetamodel } from './metamodel';
import { nameFlows } from './name-flows';
import { createPlace } from './place';
import { declareSignals } from './declare-signals';
import { readXml } from './read-xml';
import type { XmlDocument, XmlFile } from './xml-element';

/**
 * Phase 1: text → elements with types and positions. Nothing is dropped: what BPMN's metamodel does not know is reported
 * where it stands. Without a readable BPMN document the result is undefined, and the reason was reported.
 *
 * @param imports the texts of imported files and scripts; what is wrong in them is reported when they are compiled themselves
 */
export function parse(source: Source, reporter: Reporter, imports?: ImportedTexts): XmlDocument | undefined {
  const metamodel = createMetamodel();
  const place = createPlace(source);
  const file = readFile(source, metamodel, reporter);
  if (!file) return undefined;
  const others = imports && readImports(imports, { source, file, metamodel });
  const document: XmlDocument = {
    source,
    ...file,
    imported: [...(others ?? [])].flatMap(([path, other]) =>
      other === 'no BPMN' || other === file ? [] : [{ path, ...other }],
    ),
    imports: others,
    texts: imports,
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
  declareSignals(root);
  applyMetamodel(root, metamodel, place, reporter);
  nameFlows(root);
  return { root, ...collectIds(root, place, reporter) };
}

/** Files may import each other, so the file itself can be among them. */
function readImports(
  imports: ImportedTexts,
  own: { readonly source: Source; readonly file: XmlFile; readonly metamodel: Metamodel },
): ReadonlyMap<string, XmlFile | 'no BPMN'> {
  const read = (path: string, text: string) => {
    if (text === own.source.text) return own.file;
    const source = createSource(path, text);
    return readFile(source, own.metamodel, createReporter(source, { strict: false })) ?? 'no BPMN';
  };
  return new Map(Object.entries(imports).map(([path, text]) => [path, read(path, text)]));
}
