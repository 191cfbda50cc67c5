import { bpmnImports, importedPath } from '../../1-parse/imports';
import type { ImportedFile, XmlElement } from '../../1-parse/xml-element';
import type { Reporter } from '../../diagnostics/reporter';
import type { Diagram } from '../diagram';
import type { Rule } from './rule';

/**
 * Imported BPMN files are there, have the namespace that the import says, and share no id with other files of their
 * namespace. Imported data types and service descriptions have no effect.
 */
export const imports: Rule = (diagram, reporter) => {
  const { document } = diagram;
  const files = new Map(document.imported.map((file) => [file.path, file]));
  for (const element of bpmnImports(document.root)) {
    const file = files.get(importedPath(element, '') ?? '');
    if (file) checkNamespace(element, file, diagram, reporter);
    else reportUnread(element, diagram, reporter);
  }
  checkIds(diagram, reporter);
};

function checkNamespace(element: XmlElement, { root }: ImportedFile, diagram: Diagram, reporter: Reporter) {
  const namespace = element.attributes.get('namespace') ?? '';
  const actual = root.attributes.get('targetNamespace') ?? '';
  if (namespace === actual) return;
  const where = diagram.document.place.attribute(element, 'namespace');
  reporter.report('import-namespace', where, { location: locationOf(element), namespace, actual });
}

/** Nothing speaks against a file that cannot be read, as long as its elements cannot be mistaken for those of another. */
function reportUnread(element: XmlElement, { document }: Diagram, reporter: Reporter) {
  const where = document.place.attribute(element, 'location');
  const location = locationOf(element);
  reporter.report('import-unread', where, { location });
  const namespace = element.attributes.get('namespace') ?? '';
  if (namespace !== document.root.attributes.get('targetNamespace')) return;
  reporter.report('import-unchecked', where, { location, namespace });
}

/** One shared id tells enough of two files. */
function checkIds({ document }: Diagram, reporter: Reporter) {
  const seen = new Map<string, string>();
  const elements = bpmnImports(document.root);
  for (const { path, root, ids } of [{ path: 'this file', ...document }, ...document.imported]) {
    const namespace = root.attributes.get('targetNamespace') ?? '';
    const qualified = [...ids.keys()].map((id) => ({ id, key: `${namespace} ${id}` }));
    const shared = qualified.find(({ key }) => seen.has(key));
    if (shared) {
      const element = elements.find((one) => importedPath(one, '') === path) ?? elements[0] ?? document.root;
      const parameters = { path, other: seen.get(shared.key) ?? '', namespace, id: shared.id };
      reporter.report('import-id-duplicate', document.place.of(element), parameters);
    }
    for (const { key } of qualified) if (!seen.has(key)) seen.set(key, path);
  }
}

function locationOf(element: XmlElement): string {
  return element.attributes.get('location') ?? '';
}
