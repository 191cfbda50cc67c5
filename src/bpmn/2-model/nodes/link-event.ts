import { createElementReader, type Context, type ElementReader } from '../element-reader';
import { defined } from '../defined';
import { linkFlows } from '../links';
import { nodeBase, requiredId } from '../node-base';
import type { LinkEvent } from '../types';

/** Whether an event is one end of a link, and nothing else. */
export function isLinkEvent({ element }: ElementReader, { diagram }: Context): boolean {
  const [only, ...more] = diagram.eventDefinitions(element);
  return only?.type === 'bpmn:LinkEventDefinition' && more.length === 0;
}

/** Its flows are those that are drawn, and those that the link stands for. */
export function linkEvent(reader: ElementReader, context: Context): LinkEvent {
  const { diagram } = context;
  const { element } = reader;
  reader.leave(({ property }) => property?.name === 'bpmn:eventDefinitions');
  reader.leave(({ name }) => name === 'bpmn:eventDefinitionRef');
  for (const definition of diagram.eventDefinitions(element)) {
    const inside = createElementReader(definition, context);
    inside.attribute('name');
    inside.leave(({ name }) => name === 'bpmn:source' || name === 'bpmn:target');
    inside.finish();
  }
  const base = nodeBase(reader, context);
  const container = diagram.containers.find(({ nodes }) => nodes.includes(element));
  const flows = container ? linkFlows(container, diagram) : [];
  const id = requiredId(element);
  const ids = (end: 'source' | 'target') => flows.filter((flow) => flow[end] === id).map((flow) => flow.id);
  return defined({
    kind: 'linkEvent',
    ...base,
    incoming: Object.freeze([...base.incoming, ...ids('target')]),
    outgoing: Object.freeze([...base.outgoing, ...ids('source')]),
  });
}
