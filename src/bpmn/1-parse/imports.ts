import { createReporter } from '../diagnostics/reporter';
import { createSource } from '../diagnostics/source';
import { createMetamodel } from './metamodel';
import { readXml } from './read-xml';
import { scriptPath } from './script-files';
import { type XmlElement, childrenOf, descendants } from './xml-element';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Texts of imported files and of scripts, by their path relative to the diagram's folder. */
export type ImportedTexts = Readonly<Record<string, string>>;

/**
 * Gathers the files that a diagram imports, also indirectly, and the files of its scripts, for `compile`.
 *
 * @param read gives the text of a file by its path relative to the diagram's folder, or undefined if it cannot be read.
 *   It is not asked for locations on the network.
 *
 * @example
 * const imports = collectImports(xml, (path) => readFileSync(join(dirname(file), path), 'utf8'));
 */
export function collectImports(xml: string, read: (path: string) => string | undefined): ImportedTexts {
  const texts: Record<string, string> = {};
  const pending = importedPaths(xml, '');
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (Object.hasOwn(texts, path)) continue;
    const text = read(path);
    if (text === undefined) continue;
    texts[path] = text;
    pending.push(...importedPaths(text, path));
  }
  for (const path of scriptPaths(xml)) {
    // Folders of a class path need not have come along with the diagram.
    const text = read(path) ?? read(path.slice(path.lastIndexOf('/') + 1));
    if (text !== undefined) texts[path] = text;
  }
  return texts;
}

/** Whether an import brings in BPMN; others bring in data types and service descriptions, which have no effect. */
export function isBpmnImport({ attributes }: XmlElement): boolean {
  return attributes.get('importType') === BPMN;
}

/** Where an import leads from a file: its path, or undefined if it is not said or is on the network. */
export function importedPath(element: XmlElement, importer: string): string | undefined {
  const location = element.attributes.get('location')?.trim();
  if (!location || /^[a-z][a-z\d+.-]+:/i.test(location)) return undefined;
  return normalised(location.startsWith('/') ? location : `${importer.replace(/[^/]*$/, '')}${location}`);
}

function importedPaths(xml: string, importer: string): string[] {
  if (!/<([\w.-]+:)?import\s/.test(xml)) return [];
  const root = rootOf(xml, importer);
  return root
    ? childrenOf(root, 'bpmn:import').flatMap((element) => importedPath(element, importer) ?? [])
    : [];
}

function scriptPaths(xml: string): string[] {
  if (!/\bresource\s*=/.test(xml)) return [];
  const root = rootOf(xml, '');
  return root ? [...descendants(root)].flatMap((element) => scriptPath(element) ?? []) : [];
}

function rootOf(xml: string, file: string): XmlElement | undefined {
  const source = createSource(file, xml);
  return readXml(source, createMetamodel().namespaces, createReporter(source, { strict: false }));
}

/** Without `.` and inner `..`, so that each file has one path. */
function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
