import { createElementReader, type Context, type ElementReader } from '../element-reader';
import { defined } from '../defined';
import { nodeBase } from '../node-base';
import type { LinkEvent } from '../types';

/** Whether an event is one end of a link, and nothing else. */
export function isLinkEvent({ element }: ElementReader, { diagram }: Context): boolean {
  const [only, ...more] = diagram.eventDefinitions(element);
  return only?.type === 'bpmn:LinkEventDefinition' && more.length === 0;
}

/** With the flows that are drawn; the scope adds those that its links stand for. */
export function linkEvent(reader: ElementReader, context: Context): LinkEvent {
  reader.leave(({ name, property }) =>
    [name, property?.name].some(
      (one) => one === 'bpmn:eventDefinitions' || one === 'bpmn:eventDefinitionRef',
    ),
  );
  for (const definition of context.diagram.eventDefinitions(reader.element)) {
    const inside = createElementReader(definition, context);
    inside.attribute('name');
    inside.leave(({ name }) => name === 'bpmn:source' || name === 'bpmn:target');
    inside.finish();
  }
  return defined({ kind: 'linkEvent', ...nodeBase(reader, context) });
}
