import { parse } from '../../src/bpmn/1-parse/parse';
import { descendants, type XmlElement } from '../../src/bpmn/1-parse/xml-element';
import { createReporter } from '../../src/bpmn/diagnostics/reporter';
import { createSource } from '../../src/bpmn/diagnostics/source';

/** All elements of a diagram, layout left out. */
export function elementsOf(file: string, xml: string): readonly XmlElement[] {
  const source = createSource(file, xml);
  const document = parse(source, createReporter(source, { strict: false }));
  if (!document) throw new Error(`${file} cannot be read.`);
  return [...descendants(document.root)].filter(({ name }) => !/^(bpmndi|di|dc):/.test(name));
}

/** Kinds of an event's definitions: `timer`, `message`. */
export function triggersOf(event: XmlElement): readonly string[] {
  return event.children.flatMap((child) => {
    const kind = /^bpmn:(\w+)EventDefinition$/.exec(child.name)?.[1];
    return kind === undefined ? [] : [kind];
  });
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.trim();
}

export function has(element: XmlElement, child: string): boolean {
  return element.children.some(({ name }) => name === child);
}
