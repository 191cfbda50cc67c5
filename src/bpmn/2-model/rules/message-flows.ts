import { type XmlElement, childrenOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import { isNode } from '../message-flows';
import type { Rule } from './rule';

/** Message flows connect what sends in one pool with what receives in another. */
export const messageFlows: Rule = (diagram, reporter) => {
  const { document } = diagram;
  for (const collaboration of childrenOf(document.root, 'bpmn:collaboration')) {
    for (const flow of childrenOf(collaboration, 'bpmn:messageFlow')) {
      const problem = problemOf(flow, diagram);
      if (problem !== undefined)
        reporter.report('message-flow-ends', document.place.of(flow), { element: describe(flow), problem });
      const mute = muteSource(flow, diagram);
      if (mute) {
        const parameters = { element: describe(flow), source: describe(mute) };
        reporter.report('message-flow-unsent', document.place.of(flow), parameters);
      }
    }
  }
};

const ONLY_RECEIVE = ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'];
const ONLY_SEND = ['bpmn:EndEvent', 'bpmn:IntermediateThrowEvent'];

function problemOf(flow: XmlElement, diagram: Diagram): string | undefined {
  const source = diagram.referred(flow, 'sourceRef');
  const target = diagram.referred(flow, 'targetRef');
  if (!source || !target) return undefined; // reported in phase 1
  if (poolOf(source, diagram) === poolOf(target, diagram)) return 'stays within one pool';
  if (ONLY_RECEIVE.includes(source.type ?? ''))
    return `starts at the ${describe(source)}, which only receives`;
  if (ONLY_SEND.includes(target.type ?? '')) return `leads to the ${describe(target)}, which only sends`;
  if (isDeaf(source, diagram)) return `starts at the ${describe(source)}, which sends no message`;
  if (isDeaf(target, diagram)) return `leads to the ${describe(target)}, which waits for no message`;
  return undefined;
}

const MUTE = ['bpmn:Task', 'bpmn:ManualTask', 'bpmn:UserTask'];

/** The task that a message flow to an element of a process leaves, and whose work sends nothing. */
function muteSource(flow: XmlElement, diagram: Diagram): XmlElement | undefined {
  const source = diagram.referred(flow, 'sourceRef');
  if (!source || !MUTE.includes(source.type ?? '') || !isNode(source, diagram)) return undefined;
  const target = diagram.referred(flow, 'targetRef');
  return target && isNode(target, diagram) ? source : undefined;
}

/** Whether it is an event that has nothing to do with messages. */
function isDeaf(end: XmlElement, diagram: Diagram): boolean {
  const isMessage = ({ type }: XmlElement) => type === 'bpmn:MessageEventDefinition';
  return diagram.document.isA(end.type, 'bpmn:Event') && !diagram.eventDefinitions(end).some(isMessage);
}

/** The process that an element is in, or that a participant stands for; a participant without one stands for itself. */
function poolOf(element: XmlElement, diagram: Diagram): XmlElement {
  if (element.type === 'bpmn:Participant') return diagram.referred(element, 'processRef') ?? element;
  let at = element;
  while (at.type !== 'bpmn:Process' && at.parent) at = at.parent;
  return at;
}
