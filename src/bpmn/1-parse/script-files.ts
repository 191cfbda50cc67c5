import type { XmlElement } from './xml-element';

/** Names of the attribute by which Camunda 7 finds a script that does not stand in the diagram. */
const BY_ELEMENT: Readonly<Record<string, string>> = {
  'bpmn:scriptTask': 'camunda:resource',
  'bpmn:conditionExpression': 'camunda:resource',
  'bpmn:condition': 'camunda:resource',
  'camunda:script': 'resource',
};

/** The attribute of an element that may name a file with its script. */
export function scriptAttribute({ name }: XmlElement): string | undefined {
  return BY_ELEMENT[name];
}

/**
 * The path of the file that an element's script is in, as engines find it in a deployment or on a class path:
 * `deployment://rules/price.js` → `rules/price.js`. Undefined if it has none, or only a run knows it.
 */
export function scriptPath(element: XmlElement): string | undefined {
  const attribute = scriptAttribute(element);
  const resource = attribute === undefined ? undefined : element.attributes.get(attribute)?.trim();
  if (!resource || /[$#]\{/.test(resource)) return undefined;
  const path = resource.replace(/^(?:deployment|classpath):\/*/i, '').replace(/^\/+/, '');
  return /^[a-z][a-z\d+.-]+:/i.test(path) || path.split('/').includes('..') ? undefined : path;
}
