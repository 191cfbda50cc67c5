import { localName } from '../1-parse/namespaces';
import { type XmlElement, idOf } from '../1-parse/xml-element';
import { describe } from './diagram';
import { type Context, type ElementReader, createElementReader } from './element-reader';
import { callActivity } from './nodes/call-activity';
import {
  boundaryEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  startEvent,
} from './nodes/events';
import { eventBasedGateway } from './nodes/event-based-gateway';
import { gateway } from './nodes/gateway';
import { passTask } from './nodes/pass-task';
import { receiveTask } from './nodes/receive-task';
import { scriptTask } from './nodes/script-task';
import { sendTask, serviceTask } from './nodes/service-task';
import { subProcess } from './nodes/sub-process';
import { task } from './nodes/task';
import { userTask } from './nodes/user-task';
import { type Listener, readListeners } from './listeners';
import type { CompensationEvent, EventSubProcess, Node } from './types';

type Read = Node | EventSubProcess | CompensationEvent;
/** By the names of elements: one end of a link is an intermediate event. */
type Kind = Exclude<Node['kind'], 'linkEvent'> | 'transaction' | 'adHocSubProcess';

/** Undefined if a node cannot be read, for a reason that was reported. */
type NodeReader = (reader: ElementReader, context: Context) => Read | undefined;

const readers: Readonly<Record<Kind, NodeReader>> = {
  adHocSubProcess: subProcess,
  boundaryEvent,
  businessRuleTask: serviceTask,
  callActivity,
  endEvent,
  complexGateway: gateway,
  eventBasedGateway,
  exclusiveGateway: gateway,
  inclusiveGateway: gateway,
  intermediateCatchEvent,
  intermediateThrowEvent,
  manualTask: passTask,
  parallelGateway: gateway,
  scriptTask,
  receiveTask,
  sendTask,
  serviceTask,
  startEvent,
  subProcess,
  task,
  transaction: subProcess,
  userTask,
};

/** A node of the model, and what listens to it. */
export interface ReadNode {
  /** Undefined, with the reason reported, if it is not supported or not complete. */
  readonly node?: Read;
  readonly listeners: readonly Listener[];
}

export function readNode(element: XmlElement, context: Context): ReadNode {
  const { diagram, reporter } = context;
  const { place } = diagram.document;
  if (idOf(element) === undefined) {
    reporter.report('id-missing', place.of(element), { element: describe(element) });
    return { listeners: [] };
  }
  const kind = localName(element.name);
  if (!isKind(kind)) {
    reporter.report('element-not-supported', place.of(element), { element: describe(element), detail: '' });
    return { listeners: [] };
  }
  const reader = createElementReader(element, context);
  const node = readers[kind](reader, context);
  const listeners = readListeners(reader, context);
  reader.finish();
  return { ...(node && { node }), listeners };
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(readers, kind);
}
