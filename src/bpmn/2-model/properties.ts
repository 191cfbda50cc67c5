import { type XmlElement, childOf } from '../1-parse/xml-element';

/** A property that a modeler lets one add to an element (`zeebe:property`, `camunda:property`); the first of these elements that has it. */
export function propertyNamed(name: string, elements: readonly XmlElement[]): XmlElement | undefined {
  return elements
    .flatMap((element) => childOf(element, 'bpmn:extensionElements')?.children ?? [])
    .filter(({ name: list }) => list === 'zeebe:properties' || list === 'camunda:properties')
    .flatMap(({ children }) => children)
    .find(({ attributes }) => attributes.get('name')?.trim() === name);
}
