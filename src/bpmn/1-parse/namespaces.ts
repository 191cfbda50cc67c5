/**
 * Namespaces whose extensions Baton understands, and the prefix that the compiler uses for each. Files may bind other
 * prefixes; names of elements and attributes are normalised to these while reading.
 */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  // Camunda 7 began as Activiti: files of both bind these for what is now camunda:.
  'http://activiti.org/bpmn': 'camunda',
  'http://www.camunda.com/fox': 'camunda',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://flowable.org/bpmn': 'flowable',
  // jBPM and Kogito; a part of what it says has the namespace of its first editor.
  'http://www.jboss.org/drools': 'drools',
  'http://www.jboss.org/drools/flow/gpd': 'drools',
  'http://www.signavio.com': 'signavio',
  'http://camunda.org/schema/modeler/1.0': 'modeler',
  'http://camunda.org/schema/1.0/dmn': 'camunda',
  'http://bpmn.io/schema/dmn/biodi/1.0': 'biodi',
  'http://bpmn.io/schema/dmn/biodi/2.0': 'biodi',
};

const XML: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** Namespace → prefix, with those of the standard (BPMN and its layout) as bpmn-moddle knows them. */
export function knownNamespaces(
  standard: readonly { readonly uri: string; readonly prefix: string }[],
): Record<string, string> {
  return { ...XML, ...EXTENSIONS, ...Object.fromEntries(standard.map(({ uri, prefix }) => [uri, prefix])) };
}

/** Engines whose extensions say what a process does; none of them may be left out silently. */
const ENGINES: ReadonlySet<string> = new Set(['camunda', 'zeebe', 'flowable', 'drools']);

const LAYOUT: ReadonlySet<string> = new Set(['bpmndi', 'dmndi', 'biodi', 'dc', 'di']);

/** Whether a name (`zeebe:taskDefinition`) belongs to an engine that Baton understands. */
export function isEngineName(name: string): boolean {
  return ENGINES.has(prefixOf(name));
}

/** The prefix of an engine's namespace; undefined for others. */
export function engineOf(namespace: string): string | undefined {
  const prefix = EXTENSIONS[namespace];
  return prefix !== undefined && ENGINES.has(prefix) ? prefix : undefined;
}

/** `bpmn` of `bpmn:task`; empty without a prefix. */
export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** `task` of `bpmn:task`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whether a name belongs to the layout part of a diagram (BPMN DI), which never changes what the process does. */
export function isLayoutName(name: string): boolean {
  return LAYOUT.has(prefixOf(name));
}
