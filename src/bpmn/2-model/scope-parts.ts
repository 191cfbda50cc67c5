import type { XmlElement } from '../1-parse/xml-element';
import { withAround } from './add-listeners';
import { type Container, describe, isTrue } from './diagram';
import type { Context } from './element-reader';
import type { Listener } from './listeners';
import { readNode } from './nodes';
import { requiredId } from './node-base';
import type { CompensationEvent, EventSubProcess, Handler, Node } from './types';

interface Parts {
  /** What flows lead to, and boundary events. */
  readonly nodes: readonly Node[];
  readonly eventSubProcesses: readonly EventSubProcess[];
}

/**
 * The nodes of a process or sub-process by the part they play: those of the flow, event sub-processes, and what undoes an
 * activity, which becomes part of that.
 *
 * @param listen - takes what listens to a node of the flow
 */
export function readParts(
  { nodes: elements }: Container,
  context: Context,
  listen: (node: Node, listeners: readonly Listener[]) => void,
): Parts {
  const nodes = new Map<string, Node>();
  const handlers = new Map<string, Node>();
  const events: CompensationEvent[] = [];
  const eventSubProcesses: EventSubProcess[] = [];
  for (const element of elements) {
    const { node: bare, listeners } = readNode(element, context);
    if (!bare) continue;
    const isHandler = isTrue(element.attributes.get('isForCompensation'));
    if (bare.kind === 'compensationEvent') {
      reportListeners(element, listeners, context);
      events.push(bare);
      continue;
    }
    const node = withAround(bare, listeners);
    if ('start' in node) eventSubProcesses.push(node);
    else if (isHandler) handlers.set(node.id, node);
    else {
      nodes.set(node.id, node);
      listen(node, listeners);
    }
  }
  for (const event of events) {
    const activity = nodes.get(event.attachedTo);
    const handler = event.handler === undefined ? undefined : handlers.get(event.handler);
    if (activity && handler) nodes.set(activity.id, withHandler(activity, event, handler as Handler));
  }
  reportBoundaryEvents(elements, handlers, context);
  return { nodes: Object.freeze([...nodes.values()]), eventSubProcesses: Object.freeze(eventSubProcesses) };
}

function withHandler(activity: Node, { id, name }: CompensationEvent, handler: Handler): Node {
  const compensation = { event: { id, ...(name !== undefined && { name }) }, handler };
  return Object.freeze({ ...activity, compensation }) as Node;
}

/** What would follow on a boundary event of a handler has no place in the flow. */
function reportBoundaryEvents(
  elements: readonly XmlElement[],
  handlers: ReadonlyMap<string, Node>,
  { diagram, reporter }: Context,
): void {
  for (const element of elements.filter((one) => handlers.has(requiredId(one)))) {
    for (const event of diagram.boundaryEvents(element)) {
      const parameters = { element: describe(event), detail: ' on what is done for compensation' };
      reporter.report('element-not-supported', diagram.document.place.of(event), parameters);
    }
  }
}

/** Listeners are steps before and behind a node, and this is none: it only ties a handler to its activity. */
function reportListeners(element: XmlElement, listeners: readonly Listener[], { reporter }: Context): void {
  for (const { event, position } of listeners) {
    const reason = 'no flow leads to the element, so there is no place for the step';
    const parameters = { listener: `listener (${event})`, element: describe(element), reason };
    reporter.report('listener-not-supported', { element: requiredId(element), position }, parameters);
  }
}
