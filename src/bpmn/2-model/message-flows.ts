import type { XmlElement } from '../1-parse/xml-element';
import type { Diagram } from './diagram';

/** The message flow that says what an element sends or receives: the first one of those that lead to the same receiver. */
export function messageFlowAt(node: XmlElement, diagram: Diagram): XmlElement | undefined {
  const flows = diagram.all('bpmn:MessageFlow');
  const flow = flows.find((one) => endsOf(one, diagram).includes(node));
  const receiver = flow && diagram.referred(flow, 'targetRef');
  return flows.find((one) => receiver !== undefined && diagram.referred(one, 'targetRef') === receiver);
}

/**
 * The message that a message flow is about, as far as it is declared: the flow's own, else that of the end that names one,
 * for both ends of it are about the same message.
 */
export function messageOfFlow(flow: XmlElement, diagram: Diagram): XmlElement | undefined {
  const ends = endsOf(flow, diagram).flatMap((end) => [end, ...diagram.eventDefinitions(end)]);
  for (const holder of [flow, ...ends]) {
    const message = diagram.referred(holder, 'messageRef');
    if (message) return message;
  }
  return undefined;
}

/** Whether a message flow leads from an element to one of an executable process of the file. */
export function sendsToProcess(node: XmlElement, diagram: Diagram): boolean {
  return connected(node, 'sourceRef', 'targetRef', diagram).some((target) => isNode(target, diagram));
}

/** Whether a message flow leads to an element from one that throws messages. */
export function isThrownTo(node: XmlElement, diagram: Diagram): boolean {
  return connected(node, 'targetRef', 'sourceRef', diagram).some((source) =>
    ['bpmn:ThrowEvent', 'bpmn:SendTask'].some((type) => diagram.all(type).includes(source)),
  );
}

/** What is at the other ends of the message flows that have an element at one. */
function connected(
  node: XmlElement,
  at: 'sourceRef' | 'targetRef',
  to: 'sourceRef' | 'targetRef',
  diagram: Diagram,
): readonly XmlElement[] {
  return diagram
    .all('bpmn:MessageFlow')
    .filter((flow) => diagram.referred(flow, at) === node)
    .flatMap((flow) => diagram.referred(flow, to) ?? []);
}

function endsOf(flow: XmlElement, diagram: Diagram): readonly XmlElement[] {
  return ['sourceRef', 'targetRef'].flatMap((end) => diagram.referred(flow, end) ?? []);
}

/** Whether an element is one of an executable process of the file. */
export function isNode(element: XmlElement, diagram: Diagram): boolean {
  return diagram.all('bpmn:FlowNode').includes(element);
}
