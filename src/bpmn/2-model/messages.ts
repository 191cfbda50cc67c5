import { type XmlElement, childOf } from '../1-parse/xml-element';
import { resolve } from '../1-parse/resolve';
import { defined } from './defined';
import type { Diagram } from './diagram';
import { type Context, type ElementReader, createElementReader } from './element-reader';
import { extensionAttribute, literal, nameExpression } from './expressions';
import { readSignalData } from './mappings/call';
import { isThrownTo, messageFlowAt, messageOfFlow } from './message-flows';
import { nameOf, requiredId } from './node-base';
import type { MessageTrigger, SignalTrigger } from './trigger-types';
import type { Dialect } from './types';
import type { Expression } from './value-types';

/** Engines whose clients say to which run a message without a key goes. */
const ADDRESSED: ReadonlySet<Dialect> = new Set(['camunda7', 'flowable']);

/**
 * The message of an event, or of a send or receive task.
 *
 * @param holder what refers to the message: the event definition or the task
 * @param node the event or task
 */
export function readMessage(holder: ElementReader, node: XmlElement, context: Context): MessageTrigger {
  const { diagram } = context;
  const own = referredBy(holder, 'messageRef', diagram);
  // What is drawn says what is meant.
  const flow = own ? undefined : messageFlowAt(node, diagram);
  const message = own ?? (flow && messageOfFlow(flow, diagram));
  // Operations belong to the standard's web services; messages are delivered by their own names.
  holder.attribute('operationRef');
  holder.leave(({ name }) => name === 'bpmn:operationRef');
  const read = message && readDeclaration(message, context);
  const name = read?.name ?? nameWithoutReference(node, flow, diagram);
  return defined({
    kind: 'message',
    name,
    key: read?.key,
    published:
      read?.key !== undefined ||
      !ADDRESSED.has(diagram.dialect) ||
      isThrown(message, diagram) ||
      isThrownTo(node, diagram),
  });
}

export function readSignal(definition: ElementReader, node: XmlElement, context: Context): SignalTrigger {
  const { diagram } = context;
  const signal = referredBy(definition, 'signalRef', diagram);
  const read = signal && readDeclaration(signal, context);
  const gives = diagram.document.isA(node.type, 'bpmn:ThrowEvent')
    ? readSignalData(definition, context)
    : undefined;
  return defined({ kind: 'signal', name: read?.name ?? ownName(node, diagram), gives });
}

/** `<message>` or `<signal>`. */
function readDeclaration(
  element: XmlElement,
  context: Context,
): { readonly name: Expression; readonly key: Expression | undefined } {
  const reader = createElementReader(element, context);
  reader.attribute('itemRef'); // the type of what it brings
  reader.attribute('structureRef');
  const name = nameExpression(reader, context) ?? ownName(element, context.diagram);
  const subscription = reader.extension('zeebe:subscription');
  const key = subscription && extensionAttribute(subscription, 'correlationKey', context);
  reader.finish();
  return { name, key };
}

/** References are attributes, or elements where the standard has them as such. */
function referredBy(holder: ElementReader, name: string, diagram: Diagram): XmlElement | undefined {
  holder.attribute(name);
  holder.leave((child) => child.name === `bpmn:${name}`);
  const reference = childOf(holder.element, `bpmn:${name}`);
  if (reference) return resolve(diagram.document, reference, reference.text);
  return diagram.referred(holder.element, name);
}

/** The same for both ends of a message flow. */
function nameWithoutReference(node: XmlElement, flow: XmlElement | undefined, diagram: Diagram): Expression {
  const target = flow && diagram.referred(flow, 'targetRef');
  const receiver = target?.type === 'bpmn:Participant' ? node : target;
  const isNamed = flow !== undefined && nameOf(flow) !== undefined;
  return ownName(isNamed ? flow : (receiver ?? node), diagram);
}

function ownName(element: XmlElement, { document }: Diagram): Expression {
  return literal(nameOf(element) ?? requiredId(element), document.place.of(element).position);
}

/** Whether a process of the file sends the message, so that it does not come from clients only. */
function isThrown(message: XmlElement | undefined, diagram: Diagram): boolean {
  return ['bpmn:ThrowEvent', 'bpmn:SendTask'].some((type) =>
    diagram
      .all(type)
      .flatMap((node) => [node, ...diagram.eventDefinitions(node)])
      .some((holder) => message !== undefined && diagram.referred(holder, 'messageRef') === message),
  );
}
