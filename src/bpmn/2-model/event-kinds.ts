import type { XmlElement } from '../1-parse/xml-element';
import { type Diagram, isTrue } from './diagram';

/** Kinds of event definitions, as in `bpmn:timerEventDefinition`. */
export type TriggerKind =
  | 'cancel'
  | 'compensate'
  | 'conditional'
  | 'error'
  | 'escalation'
  | 'link'
  | 'message'
  | 'signal'
  | 'terminate'
  | 'timer';

export interface AllowedTriggers {
  /** Whether the event may be without event definition. */
  readonly none: boolean;
  readonly kinds: readonly TriggerKind[];
}

/** Tables 10.84 and following of the standard: which triggers an event may have where it stands. */
const ALLOWED = {
  processStart: { none: true, kinds: ['message', 'timer', 'conditional', 'signal'] },
  subProcessStart: { none: true, kinds: [] },
  eventSubProcessStart: {
    none: false,
    kinds: ['message', 'timer', 'escalation', 'error', 'compensate', 'conditional', 'signal'],
  },
  besideStart: { none: false, kinds: ['message', 'timer', 'escalation', 'conditional', 'signal'] },
  catch: { none: false, kinds: ['message', 'timer', 'conditional', 'link', 'signal'] },
  throw: { none: true, kinds: ['message', 'escalation', 'compensate', 'link', 'signal'] },
  interruptingBoundary: {
    none: false,
    kinds: ['message', 'timer', 'escalation', 'error', 'compensate', 'conditional', 'signal'],
  },
  transactionBoundary: {
    none: false,
    kinds: ['message', 'timer', 'escalation', 'error', 'cancel', 'compensate', 'conditional', 'signal'],
  },
  boundary: { none: false, kinds: ['message', 'timer', 'escalation', 'conditional', 'signal'] },
  end: { none: true, kinds: ['message', 'escalation', 'error', 'compensate', 'signal', 'terminate'] },
  transactionEnd: {
    none: true,
    kinds: ['message', 'escalation', 'error', 'cancel', 'compensate', 'signal', 'terminate'],
  },
} as const satisfies Record<string, AllowedTriggers>;

/** What BPMN allows for an event, by its type and by where it stands. */
export function allowedTriggers(event: XmlElement, diagram: Diagram): AllowedTriggers {
  switch (event.type) {
    case 'bpmn:StartEvent':
      return startTriggers(event);
    case 'bpmn:IntermediateCatchEvent':
      return ALLOWED.catch;
    case 'bpmn:IntermediateThrowEvent':
      return ALLOWED.throw;
    case 'bpmn:BoundaryEvent':
      return boundaryTriggers(event, diagram);
    default:
      return event.parent?.type === 'bpmn:Transaction' ? ALLOWED.transactionEnd : ALLOWED.end;
  }
}

/** `timer` of a `bpmn:TimerEventDefinition`. */
export function triggerKind(definition: XmlElement): string {
  return (definition.type ?? definition.name).replace(/^bpmn:|EventDefinition$/g, '').toLowerCase();
}

/** Whether a sub-process is an event sub-process: started by an event, not by a flow. */
export function isEventSubProcess(element: XmlElement): boolean {
  return isTrue(element.attributes.get('triggeredByEvent'));
}

function startTriggers(event: XmlElement): AllowedTriggers {
  const container = event.parent;
  if (!container || container.type === 'bpmn:Process') return ALLOWED.processStart;
  if (!isEventSubProcess(container)) return ALLOWED.subProcessStart;
  return isFalse(event.attributes.get('isInterrupting')) ? ALLOWED.besideStart : ALLOWED.eventSubProcessStart;
}

function boundaryTriggers(event: XmlElement, diagram: Diagram): AllowedTriggers {
  if (isFalse(event.attributes.get('cancelActivity'))) return ALLOWED.boundary;
  const activity = diagram.referred(event, 'attachedToRef');
  return activity?.type === 'bpmn:Transaction' ? ALLOWED.transactionBoundary : ALLOWED.interruptingBoundary;
}

/** These attributes are true unless they are written. */
function isFalse(value: string | undefined): boolean {
  return value !== undefined && !isTrue(value);
}
