import { localName, prefixOf } from '../1-parse/namespaces';
import { type XmlElement, namespaceOf } from '../1-parse/xml-element';
import { type Diagram, isTrue } from './diagram';

/** How data, messages, errors, escalations and signals refer to the item definition that describes them. */
const REFERENCES = ['itemSubjectRef', 'itemRef', 'structureRef'];

/** The item definition of what carries data; undefined if it names none, or one outside of the file. */
export function itemOf(carrier: XmlElement, diagram: Diagram): XmlElement | undefined {
  const items = REFERENCES.map((attribute) => diagram.referred(carrier, attribute));
  return items.find((item) => item?.type === 'bpmn:ItemDefinition');
}

/** Whether two item definitions surely describe different data: what they leave open could be the same. */
export function areDifferent(a: XmlElement, b: XmlElement): boolean {
  return a !== b && (isCollection(a) !== isCollection(b) || haveDifferentStructures(a, b));
}

export function haveDifferentStructures(a: XmlElement, b: XmlElement): boolean {
  const [first, second] = [structureOf(a), structureOf(b)];
  return first !== undefined && second !== undefined && first !== second;
}

/** For item definitions and for data alike. */
export function isCollection(element: XmlElement): boolean {
  return isTrue(element.attributes.get('isCollection'));
}

/** The name of the structure, with its namespace: prefixes may differ. */
function structureOf(item: XmlElement): string | undefined {
  const name = item.attributes.get('structureRef')?.trim();
  return name ? `${namespaceOf(item, prefixOf(name)) ?? prefixOf(name)} ${localName(name)}` : undefined;
}

/** Whether data can hold what a message, error, escalation or signal carries; what carries nothing fits everything. */
export function fits(data: XmlElement, carrier: XmlElement, diagram: Diagram): boolean {
  const carried = itemOf(carrier, diagram);
  const held = itemOf(data, diagram);
  return !carried || (held !== undefined && !areDifferent(held, carried));
}
