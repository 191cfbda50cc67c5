import type { XmlElement } from '../../1-parse/xml-element';
import { dataPartsOf } from '../data-parts';
import { type Diagram, describe } from '../diagram';
import { fits } from '../items';
import type { Rule } from './rule';

/** What an event definition refers to carries the data of the event. */
const CARRIERS = ['messageRef', 'signalRef', 'errorRef', 'escalationRef'];

/** An event that has data has one piece per event definition, in their order and described like what they carry. */
export const eventData: Rule = (diagram, reporter) => {
  for (const event of diagram.all('bpmn:Event')) {
    const { inputs, outputs } = dataPartsOf(event);
    const definitions = diagram.eventDefinitions(event);
    const data = [...inputs, ...outputs];
    if (data.length === 0 || definitions.length === 0) continue;
    const where = diagram.document.place.of(event);
    if (data.length < definitions.length) {
      const counts = { element: describe(event), definitions: definitions.length, count: data.length };
      reporter.report('event-data-count', where, counts);
      continue;
    }
    for (const [i, definition] of definitions.entries()) {
      const carrier = carrierOf(definition, diagram);
      const piece = data[i];
      if (!carrier || !piece || fits(piece, carrier, diagram)) continue;
      const parameters = { element: describe(event), data: describe(piece), carrier: describe(carrier) };
      reporter.report('event-data-item', diagram.document.place.of(piece), parameters);
    }
  }
};

function carrierOf(definition: XmlElement, diagram: Diagram): XmlElement | undefined {
  return CARRIERS.map((attribute) => diagram.referred(definition, attribute)).find(Boolean);
}
