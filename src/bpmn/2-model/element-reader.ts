import { isEngineName, isLayoutName, prefixOf } from '../1-parse/namespaces';
import { type XmlElement, childOf } from '../1-parse/xml-element';
import type { Reporter } from '../diagnostics/reporter';
import { type Diagram, describe } from './diagram';
import { IGNORED_ATTRIBUTES, IGNORED_ELEMENTS, IGNORED_EXTENSIONS } from './ignored';

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
  /** Inner elements of BPMN, or of the element's own extension. */
  child(name: string): ElementReader | undefined;
  children(name: string): readonly ElementReader[];
  /** Elements inside of `<extensionElements>`. */
  extension(name: string): ElementReader | undefined;
  extensions(name: string): readonly ElementReader[];
  /** Inner elements that someone else reads, or that have no effect here. */
  leave(isLeft: (child: XmlElement) => boolean): void;
  /** Reports what was not asked for, here and in the inner elements that were. */
  finish(): void;
}

export function createElementReader(element: XmlElement, context: Context): ElementReader {
  const attributes = new Set<string>();
  const inner = new Map<XmlElement, ElementReader>();
  const left = new Set<XmlElement>();
  const extensionElements = childOf(element, 'bpmn:extensionElements');

  const readersOf = (parent: XmlElement | undefined, name: string) =>
    (parent?.children ?? [])
      .filter((child) => child.name === name)
      .map((child) => {
        const reader = inner.get(child) ?? createElementReader(child, context);
        inner.set(child, reader);
        return reader;
      });

  return {
    element,
    attribute(name) {
      attributes.add(name);
      return element.attributes.get(name);
    },
    child: (name) => readersOf(element, name)[0],
    children: (name) => readersOf(element, name),
    extension: (name) => readersOf(extensionElements, name)[0],
    extensions: (name) => readersOf(extensionElements, name),
    leave(isLeft) {
      for (const child of element.children) if (isLeft(child)) left.add(child);
    },
    finish() {
      for (const [name, value] of element.attributes) {
        if (!attributes.has(name)) reportAttribute(element, name, value, context);
      }
      for (const child of element.children) {
        if (!inner.has(child) && !left.has(child)) reportElement(child, element, context);
      }
      for (const extension of extensionElements?.children ?? []) {
        if (!inner.has(extension)) reportExtension(extension, element, context);
      }
      for (const reader of inner.values()) reader.finish();
    },
  };
}

function reportAttribute(element: XmlElement, name: string, value: string, context: Context): void {
  const { diagram, reporter } = context;
  const { place, defaultValue } = diagram.document;
  if (IGNORED_ATTRIBUTES.has(name)) return;
  if (prefixOf(name) !== '' && !isEngineName(name)) return; // reported once per namespace
  if (value.trim() === '') return; // editors write empty attributes for fields that were left empty
  if (element.type !== undefined && defaultValue(element.type, name) === value.trim()) return;
  const parameters = { attribute: name, value, element: describe(element), detail: '' };
  reporter.report('attribute-not-supported', place.attribute(element, name), parameters);
}

function reportElement(child: XmlElement, parent: XmlElement, context: Context): void {
  const { diagram, reporter } = context;
  if (IGNORED_ELEMENTS.has(child.name)) return;
  if (isEngineName(child.name)) reportExtension(child, parent, context);
  if (child.property === undefined || isLayoutName(child.name)) return; // unknown: phase 1 reported it
  const parameters = { element: describe(child), detail: ` in the ${describe(parent)}` };
  reporter.report('element-not-supported', diagram.document.place.of(child), parameters);
}

function reportExtension(extension: XmlElement, owner: XmlElement, context: Context): void {
  const { diagram, reporter } = context;
  if (IGNORED_EXTENSIONS.has(extension.name) || !isEngineName(extension.name)) return;
  const parameters = { extension: extension.name, element: describe(owner), detail: '' };
  reporter.report('extension-not-supported', diagram.document.place.of(extension), parameters);
}
