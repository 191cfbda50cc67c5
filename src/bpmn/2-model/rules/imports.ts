import { importedPath, isBpmnImport } from '../../1-parse/imports';
import { type XmlElement, type XmlFile, childrenOf } from '../../1-parse/xml-element';
import type { Reporter } from '../../diagnostics/reporter';
import type { Diagram } from '../diagram';
import type { Rule } from './rule';

/** Imported files are there, have the namespace that the import says, and share no id with other files of their namespace. */
export const imports: Rule = (diagram, reporter) => {
  const { document } = diagram;
  for (const element of childrenOf(document.root, 'bpmn:import')) {
    const path = importedPath(element, '');
    const file = path === undefined ? undefined : document.imports?.get(path);
    if (path !== undefined && document.imports && (!file || (isBpmnImport(element) && file === 'no BPMN'))) {
      reporter.report('import-missing', locationOf(element, diagram), { path });
    } else if (!isBpmnImport(element)) {
      continue;
    } else if (file && file !== 'no BPMN') {
      checkNamespace(element, file, diagram, reporter);
    } else {
      reportUnread(element, diagram, reporter);
    }
  }
  checkIds(diagram, reporter);
};

function checkNamespace(element: XmlElement, { root }: XmlFile, diagram: Diagram, reporter: Reporter) {
  const namespace = namespaceOf(element);
  const actual = root.attributes.get('targetNamespace') ?? '';
  if (namespace === actual) return;
  const where = diagram.document.place.attribute(element, 'namespace');
  reporter.report('import-namespace', where, { location: pathOf(element), namespace, actual });
}

/** Nothing speaks against a file that cannot be read, as long as its elements cannot be mistaken for those of another. */
function reportUnread(element: XmlElement, diagram: Diagram, reporter: Reporter) {
  const where = locationOf(element, diagram);
  const location = pathOf(element);
  const namespace = namespaceOf(element);
  if (namespace === diagram.document.root.attributes.get('targetNamespace')) {
    reporter.report('import-unchecked', where, { location, namespace });
  } else {
    reporter.report('import-unread', where, { location });
  }
}

/** One shared id tells enough of two files. */
function checkIds({ document }: Diagram, reporter: Reporter) {
  const seen = new Map<string, string>();
  const elements = childrenOf(document.root, 'bpmn:import').filter(isBpmnImport);
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

function locationOf(element: XmlElement, { document }: Diagram) {
  return document.place.attribute(element, 'location');
}

function pathOf(element: XmlElement): string {
  return element.attributes.get('location') ?? '';
}

function namespaceOf(element: XmlElement): string {
  return element.attributes.get('namespace') ?? '';
}
