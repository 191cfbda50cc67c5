import { type XmlElement, childrenOf, idOf } from '../1-parse/xml-element';
import { isAlways } from './always';
import { readCondition } from './conditions';
import { type Container, type Diagram, annotationText, describe, isTrue } from './diagram';
import { hasDataFlow, variableName } from './data-names';
import { dataPartsOf } from './data-parts';
import { type Context, type ElementReader, createElementReader } from './element-reader';
import { defined } from './defined';
import { ignoredCondition } from './ignored-condition';
import { addListeners, aroundOf } from './add-listeners';
import { linkFlows, withLinks } from './links';
import { type Listener, readListeners } from './listeners';
import { documentationOf, nameOf, requiredId } from './node-base';
import { readParts } from './scope-parts';
import { isOneRunPerKey, reportSameStarts } from './starts';
import type { Flow, Process, Scope } from './types';
import type { Expression } from './value-types';

/** Attributes of a process that say nothing about how a run goes. */
const PROCESS_ATTRIBUTES = ['isExecutable', 'isClosed', 'processType', 'definitionalCollaborationRef'];

/** Parts of a process or sub-process that are read elsewhere (nodes, flows, annotations, lanes) or have no effect. */
const PASSIVE: ReadonlySet<string> = new Set([
  'bpmn:laneSet',
  'bpmn:association',
  'bpmn:textAnnotation',
  'bpmn:group',
  // data are variables, which need no declaration in a process; for sub-processes see `declaredIn`
  'bpmn:property',
  'bpmn:ioSpecification',
  'bpmn:dataObject',
  'bpmn:dataObjectReference',
  'bpmn:dataStoreReference',
]);

export function readProcess(container: Container, context: Context): Process {
  const { element } = container;
  if (idOf(element) === undefined) {
    const where = context.diagram.document.place.of(element);
    context.reporter.report('id-missing', where, { element: describe(element) });
  }
  const reader = createElementReader(element, context);
  for (const name of PROCESS_ATTRIBUTES) reader.attribute(name);
  readWhenNotTrue(reader, 'drools:adHoc');
  const listeners = readListeners(reader, context);
  const scope = readScope(
    container,
    reader,
    context,
    listeners.filter(({ side }) => side === 'before'),
  );
  const around = aroundOf(scope, listeners);
  reader.finish();
  reportSameStarts(scope.nodes, context);
  return Object.freeze({
    ...scope,
    kind: 'process',
    ...(around && { around }),
    ...(isOneRunPerKey(scope.nodes, context.diagram) && { oneRunPerKey: true }),
  });
}

/** The other value is left unread, and so reported. */
function readWhenNotTrue(reader: ElementReader, name: string): void {
  if (!isTrue(reader.element.attributes.get(name))) reader.attribute(name);
}

/**
 * The flow graph in a process or sub-process. Elements that cannot be read are reported and left out.
 *
 * @param atStart - what listens to the start of the scope as a whole
 */
export function readScope(
  container: Container,
  reader: ElementReader,
  context: Context,
  atStart: readonly Listener[] = [],
): Scope {
  const { element } = container;
  const { diagram } = context;
  const inner = new Set([...container.nodes, ...container.flows]);
  reader.leave((child) => inner.has(child) || PASSIVE.has(child.name));

  const listeners = new Map<string, readonly Listener[]>();
  const { nodes, eventSubProcesses } = readParts(container, context, (node, own) => {
    const all = node.kind === 'startEvent' ? [...atStart.map(afterStart), ...own] : own;
    if (all.length > 0) listeners.set(node.id, all);
  });
  const flows = container.flows.map((element) => {
    const { flow, listeners: own } = readFlow(element, context);
    if (own.length > 0) listeners.set(flow.id, own);
    return flow;
  });
  const links = linkFlows(container, diagram);
  flows.push(...links);
  return defined({
    id: requiredId(element),
    name: nameOf(element),
    documentation: documentationOf(element),
    position: diagram.document.place.of(element).position,
    ...addListeners(
      { nodes: Object.freeze(withLinks(nodes, links)), flows: Object.freeze(flows) },
      listeners,
    ),
    notes: Object.freeze(looseNotes(container, diagram)),
    declares: declaredIn(container, diagram),
    eventSubProcesses: eventSubProcesses.length > 0 ? eventSubProcesses : undefined,
  });
}

/** What a sub-process has of its own; a process has no scope around it to tell its data from. */
function declaredIn({ element }: Container, diagram: Diagram): readonly string[] | undefined {
  if (element.type === 'bpmn:Process' || !hasDataFlow(diagram)) return undefined;
  const names = element.children
    .filter(({ name }) => name === 'bpmn:property' || name === 'bpmn:dataObject')
    .concat(dataPartsOf(element).inputs, dataPartsOf(element).outputs)
    .map((data) => variableName(data, diagram));
  return names.length > 0 ? Object.freeze([...new Set(names)]) : undefined;
}

/** A process starts with its start event: what listens to the one runs behind the other. */
function afterStart(listener: Listener): Listener {
  return { ...listener, side: 'after' };
}

function readFlow(
  element: XmlElement,
  context: Context,
): { readonly flow: Flow; readonly listeners: readonly Listener[] } {
  const { diagram } = context;
  const reader = createElementReader(element, context);
  reader.attribute('sourceRef');
  reader.attribute('targetRef');
  reader.attribute('isImmediate'); // a rule sees to it that it is true
  reader.attribute('drools:priority'); // the flows are in this order
  const flow = defined({
    id: requiredId(element),
    name: nameOf(element),
    source: referredId(element, 'sourceRef', diagram),
    target: referredId(element, 'targetRef', diagram),
    condition: readFlowCondition(reader, context),
    position: diagram.document.place.of(element).position,
  });
  const listeners = readListeners(reader, context);
  reader.finish();
  return { flow, listeners };
}

/** A condition without effect is not part of the model; a rule warns of it. */
function readFlowCondition(flow: ElementReader, context: Context): Expression | undefined {
  const name = 'bpmn:conditionExpression';
  if (ignoredCondition(flow.element, context.diagram) !== undefined) {
    flow.leave((child) => child.name === name);
    return undefined;
  }
  const child = flow.child(name);
  const condition = child && readCondition(child, context);
  return condition && isAlways(condition) && decidesAlone(flow.element, context.diagram)
    ? undefined
    : condition;
}

/** Whether no other flow goes on beside this one, so that one that is always taken needs no condition. */
function decidesAlone(flow: XmlElement, diagram: Diagram): boolean {
  const source = diagram.referred(flow, 'sourceRef');
  return (
    source !== undefined && (source.type === 'bpmn:ExclusiveGateway' || diagram.outgoing(source).length === 1)
  );
}

function referredId(flow: XmlElement, attribute: string, diagram: Diagram): string {
  const target = diagram.referred(flow, attribute);
  return target ? requiredId(target) : '';
}

/** Texts of annotations in the scope that are tied to none of its nodes. */
function looseNotes(container: Container, diagram: Diagram): string[] {
  const nodes = new Set(container.nodes);
  const isTied = (annotation: XmlElement) => diagram.associated(annotation).some((other) => nodes.has(other));
  return childrenOf(container.element, 'bpmn:textAnnotation')
    .filter((annotation) => !isTied(annotation))
    .map(annotationText)
    .filter((text) => text !== '');
}
