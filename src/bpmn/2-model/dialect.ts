import { engineOf, prefixOf } from '../1-parse/namespaces';
import { type XmlElement, descendants } from '../1-parse/xml-element';
import type { Dialect } from './types';

const BY_PREFIX: Readonly<Record<string, Dialect>> = {
  zeebe: 'camunda8',
  camunda: 'camunda7',
  flowable: 'flowable',
  drools: 'jbpm',
  signavio: 'signavio',
};
const BY_PLATFORM: Readonly<Record<string, Dialect>> = {
  'Camunda Cloud': 'camunda8',
  'Camunda Platform': 'camunda7',
};

/**
 * The dialect that the file says it is for, else that of the extensions it uses, most telling first, else that of the
 * only engine whose namespace it declares, else plain BPMN.
 */
export function dialectOf(root: XmlElement): Dialect {
  const platform = BY_PLATFORM[root.attributes.get('modeler:executionPlatform') ?? ''];
  if (platform) return platform;
  const used = new Set<string>();
  for (const { name, attributes } of descendants(root)) {
    used.add(prefixOf(name));
    for (const attribute of attributes.keys()) used.add(prefixOf(attribute));
  }
  const declared = new Set(
    [...(root.declares?.values() ?? [])].flatMap((namespace) => engineOf(namespace) ?? []),
  );
  return firstOf(used) ?? (declared.size === 1 ? firstOf(declared) : undefined) ?? 'bpmn';
}

function firstOf(prefixes: ReadonlySet<string>): Dialect | undefined {
  return Object.entries(BY_PREFIX).find(([prefix]) => prefixes.has(prefix))?.[1];
}
