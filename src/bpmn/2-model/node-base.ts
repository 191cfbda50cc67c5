import { type XmlElement, childrenOf, idOf } from '../1-parse/xml-element';
import { isCompensationEvent } from './compensation';
import type { Diagram } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { readLoop } from './loops';
import { readMappings } from './mappings/mappings';
import { leavePerformers } from './performers';

/** Id of an element that has been checked to have one. */
export function requiredId(element: XmlElement): string {
  return idOf(element) ?? '';
}

/** The name in one line; none if it is blank. */
export function nameOf(element: XmlElement): string | undefined {
  return element.attributes.get('name')?.replace(/\s+/g, ' ').trim() || undefined;
}

export function documentationOf(element: XmlElement): string | undefined {
  const texts = childrenOf(element, 'bpmn:documentation').map(({ text }) => text);
  return texts.filter((text) => text !== '').join('\n\n') || undefined;
}

/** What all nodes have. */
export function nodeBase({ element }: ElementReader, { diagram }: Context) {
  return {
    id: requiredId(element),
    name: nameOf(element),
    documentation: documentationOf(element),
    notes: Object.freeze([...diagram.notes(element)]),
    position: diagram.document.place.of(element).position,
    incoming: idsOf(diagram.incoming(element)),
    outgoing: idsOf(diagram.outgoing(element)),
  };
}

/** Activities for which it matters who does them. */
const ASKED_FOR_PERFORMERS: ReadonlySet<string> = new Set(['bpmn:UserTask', 'bpmn:AdHocSubProcess']);

/** What all activities have. */
export function activityBase(reader: ElementReader, context: Context) {
  const { diagram } = context;
  reader.attribute('isForCompensation'); // see `readParts`
  if (!ASKED_FOR_PERFORMERS.has(reader.element.type ?? '')) leavePerformers(reader, context);
  return {
    ...nodeBase(reader, context),
    defaultFlow: defaultFlowOf(reader, diagram),
    boundaryEvents: idsOf(
      diagram.boundaryEvents(reader.element).filter((event) => !isCompensationEvent(event, diagram)),
    ),
    loop: readLoop(reader, context),
    ...readMappings(reader, context),
    startQuantity: quantityOf(reader, 'startQuantity'),
    completionQuantity: quantityOf(reader, 'completionQuantity'),
  };
}

export function defaultFlowOf(reader: ElementReader, diagram: Diagram): string | undefined {
  reader.attribute('default');
  const flow = diagram.referred(reader.element, 'default');
  return flow && idOf(flow);
}

/** Undefined for one token, the usual number; a rule sees to it that it is a number. */
function quantityOf(reader: ElementReader, attribute: string): number | undefined {
  const quantity = Number(reader.attribute(attribute) ?? 1);
  return quantity > 1 ? quantity : undefined;
}

function idsOf(elements: readonly XmlElement[]): readonly string[] {
  return Object.freeze(elements.map(requiredId));
}
