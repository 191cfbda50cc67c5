import type { XmlElement } from '../1-parse/xml-element';
import { type Diagram, isTrue } from './diagram';
import { triggerKind } from './event-kinds';

/** The activities that a compensation boundary event is tied to: those that are for compensation only. */
export function compensationHandlers(event: XmlElement, diagram: Diagram): readonly XmlElement[] {
  return diagram
    .associated(event)
    .filter(
      ({ attributes, parent }) => isTrue(attributes.get('isForCompensation')) && parent === event.parent,
    );
}

/** A boundary event that only says what undoes its activity. */
export function isCompensationEvent(event: XmlElement, diagram: Diagram): boolean {
  return diagram.eventDefinitions(event).some((definition) => triggerKind(definition) === 'compensate');
}
