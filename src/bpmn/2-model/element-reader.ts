import { isEngineName, localName, prefixOf } from '../1-parse/namespaces';
import { type XmlElement, childOf, childrenOf } from '../1-parse/xml-element';
import { didYouMean } from '../../shared/did-you-mean';
import type { Reporter } from '../diagnostics/reporter';
import { type Diagram, describe } from './diagram';
import { IGNORED_ATTRIBUTES, IGNORED_ELEMENTS, IGNORED_EXTENSIONS } from './ignored';
import type { Dialect } from './types';

/** What every reader of elements needs. */
export interface Context {
  readonly diagram: Diagram;
  readonly reporter: Reporter;
}

/**
 * Reads an element and remembers what was asked for. `finish` reports the rest: what no code asks for cannot have had an
 * effect, so nothing of a diagram is lost silently, also when new attributes come up.
 */
export interface ElementReader {
  readonly element: XmlElement;
  attribute(name: string): string | undefined;
  /** The first inner element of a name; more of them are left over, and so reported. */
  child(name: string): ElementReader | undefined;
  /** Inner elements of a name, or of several names, in document order. */
  children(...names: readonly string[]): readonly ElementReader[];
  /** The first element of a name inside of `<extensionElements>`. */
  extension(name: string): ElementReader | undefined;
  /** All elements of a name inside of `<extensionElements>`. */
  extensions(name: string): readonly ElementReader[];
  /** Inner elements that someone else reads, or that have no effect here. */
  leave(isLeft: (child: XmlElement) => boolean): void;
  /** Reports what was not asked for, here and in the inner elements that were. */
  finish(): void;
}

export function createElementReader(element: XmlElement, context: Context): ElementReader {
  const extensionElements = childOf(element, 'bpmn:extensionElements');
  const attributes = new Set<string>();
  const extensions = new Set<string>();
  const inner = new Map<XmlElement, ElementReader>();
  const left = new Set<XmlElement>();

  const readerOf = (child: XmlElement) => {
    const reader = inner.get(child) ?? createElementReader(child, context);
    inner.set(child, reader);
    return reader;
  };
  const first = (parent: XmlElement | undefined, name: string) => {
    const child = parent && childOf(parent, name);
    return child && readerOf(child);
  };

  return {
    element,
    attribute(name) {
      attributes.add(name);
      return element.attributes.get(name);
    },
    child: (name) => first(element, name),
    children: (...names) => element.children.filter(({ name }) => names.includes(name)).map(readerOf),
    extension(name) {
      extensions.add(name);
      return first(extensionElements, name);
    },
    extensions(name) {
      extensions.add(name);
      return extensionElements ? childrenOf(extensionElements, name).map(readerOf) : [];
    },
    leave(isLeft) {
      for (const child of element.children) if (isLeft(child)) left.add(child);
    },
    finish() {
      for (const name of element.attributes.keys()) {
        if (!attributes.has(name)) reportAttribute(element, name, attributes, context);
      }
      for (const child of element.children) {
        if (!inner.has(child) && !left.has(child)) reportElement(child, element, context);
      }
      for (const extension of extensionElements?.children ?? []) {
        if (!inner.has(extension)) reportExtension(extension, element, extensions, context);
      }
      for (const reader of inner.values()) reader.finish();
    },
  };
}

/** What to do about attributes that something else stands for. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['resource', 'Name a file that lies beside the diagram, as in deployment://price.js.'],
  [
    'variableEvents',
    'Remove it: the event comes when its condition becomes true, whether a variable is new or has changed. If it must not, say so in the condition.',
  ],
  [
    'waitForCompletion',
    'A call is awaited. Send a message that starts the other process, and it goes on alone.',
  ],
  ['adHoc', 'Put what people, or rules, start into an ad-hoc sub-process.'],
  ['variableMappingClass', 'Say by <camunda:in> and <camunda:out> what goes in and out.'],
  ['variableMappingDelegateExpression', 'Say by <camunda:in> and <camunda:out> what goes in and out.'],
]);

function reportAttribute(
  element: XmlElement,
  name: string,
  known: ReadonlySet<string>,
  { diagram, reporter }: Context,
): void {
  const { place, defaultValue } = diagram.document;
  const value = element.attributes.get(name) ?? '';
  if (IGNORED_ATTRIBUTES.has(name)) return;
  if (prefixOf(name) !== '' && !isEngineName(name)) return; // a rule mentions the namespace
  if (value.trim() === '') return; // editors write empty attributes for fields that were left empty
  if (element.type !== undefined && defaultValue(element.type, name) === value.trim()) return;
  if (isOfOtherEngine(name, diagram)) {
    const parameters = { name, element: describe(element) };
    reporter.report('engine-other', place.attribute(element, name), parameters);
    return;
  }
  const parameters = { attribute: name, value, element: describe(element), detail: '' };
  const hint = () => HINTS.get(localName(name)) ?? (isEngineName(name) ? didYouMean(name, known) : undefined);
  reporter.report('attribute-not-supported', place.attribute(element, name), parameters, { hint });
}

function reportElement(child: XmlElement, parent: XmlElement, context: Context): void {
  const { diagram, reporter } = context;
  if (IGNORED_ELEMENTS.has(child.name)) return;
  if (isEngineName(child.name)) reportExtension(child, parent, new Set(), context);
  if (child.property === undefined) return; // no BPMN: reported in phase 1, or inside of an extension
  const parameters = { element: describe(child), detail: ` in the ${describe(parent)}` };
  reporter.report('element-not-supported', diagram.document.place.of(child), parameters);
}

function reportExtension(
  extension: XmlElement,
  owner: XmlElement,
  known: ReadonlySet<string>,
  { diagram, reporter }: Context,
): void {
  const { name } = extension;
  if (IGNORED_EXTENSIONS.has(name) || !isEngineName(name)) return;
  if (isOfOtherEngine(name, diagram)) {
    const parameters = { name: `<${name}>`, element: describe(owner) };
    reporter.report('engine-other', diagram.document.place.of(extension), parameters);
    return;
  }
  const again = known.has(name);
  const parameters = { extension: name, element: describe(owner), detail: again ? ' more than once' : '' };
  const hint = () => (again ? undefined : didYouMean(name, known));
  reporter.report('extension-not-supported', diagram.document.place.of(extension), parameters, { hint });
}

/** Of engines that read nothing but their own extensions; files that came to them from others may still have the old ones. */
const PREFIXES: Readonly<Partial<Record<Dialect, readonly string[]>>> = {
  camunda7: ['camunda', 'flowable'],
  flowable: ['camunda', 'flowable'],
  camunda8: ['zeebe'],
  jbpm: ['drools'],
};

function isOfOtherEngine(name: string, { dialect }: Diagram): boolean {
  const own = PREFIXES[dialect];
  return own !== undefined && isEngineName(name) && !own.includes(prefixOf(name));
}
