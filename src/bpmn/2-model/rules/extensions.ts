import { isEngineName, isLayoutName, prefixOf } from '../../1-parse/namespaces';
import { type XmlElement, childrenOf, descendants, namespaceOf } from '../../1-parse/xml-element';
import { describe, isTrue } from '../diagram';
import type { Rule } from './rule';

/** What only serves editors, and is part of nearly every file. */
const HARMLESS: ReadonlySet<string> = new Set([
  '',
  'bpmn',
  'xsi',
  'xml',
  'bioc',
  'color',
  'modeler',
  'signavio',
]);

/** Extensions of namespaces that Baton does not know are mentioned, and not there if they must be understood. */
export const extensions: Rule = ({ document }, reporter) => {
  const seen = new Set<string>();
  const mention = (element: XmlElement, name: string, originalPrefix: string) => {
    if (HARMLESS.has(prefixOf(name)) || isEngineName(name) || isLayoutName(name)) return;
    const namespace = namespaceOf(element, originalPrefix) ?? prefixOf(name);
    if (seen.has(namespace)) return;
    seen.add(namespace);
    reporter.report('extension-ignored', document.place.of(element), { namespace });
  };
  for (const element of descendants(document.root)) {
    mention(element, element.name, prefixOf(element.originalName));
    for (const attribute of element.attributes.keys()) mention(element, attribute, prefixOf(attribute));
  }

  for (const extension of childrenOf(document.root, 'bpmn:extension')) {
    if (!isTrue(extension.attributes.get('mustUnderstand'))) continue;
    const parameters = {
      element: describe(extension),
      detail: ', and the file says that it must be understood',
    };
    reporter.report('element-not-supported', document.place.of(extension), parameters);
  }
};
