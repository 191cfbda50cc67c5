import { prefixOf } from '../1-parse/namespaces';
import { resolve } from '../1-parse/resolve';
import { type XmlDocument, type XmlElement, childOf, childrenOf, descendants } from '../1-parse/xml-element';
import { label } from '../diagnostics/label';
import { dialectOf } from './dialect';
import { byPriority } from './flow-priority';
import type { Dialect } from './types';

/** The document as a graph: what rules and readers ask again and again, looked up once. */
export interface Diagram {
  readonly document: XmlDocument;
  readonly dialect: Dialect;
  /** The executable processes. */
  readonly processes: readonly Container[];
  /** The executable processes and all sub-processes in them, outer ones first. */
  readonly containers: readonly Container[];
  /**
   * Elements of a type, or of one that extends it, in document order: those in executable processes, and those that
   * belong to the file as a whole. Only those count: other processes are pictures.
   */
  all(type: string): readonly XmlElement[];
  /** What is in a process or sub-process. */
  container(element: XmlElement): Container | undefined;
  /** Sequence flows in document order, or that of their priorities in jBPM. */
  incoming(node: XmlElement): readonly XmlElement[];
  outgoing(node: XmlElement): readonly XmlElement[];
  boundaryEvents(activity: XmlElement): readonly XmlElement[];
  /** Event definitions in an event, and those that it refers to. */
  eventDefinitions(event: XmlElement): readonly XmlElement[];
  /** Elements that an association ties to an element, in either direction. */
  associated(element: XmlElement): readonly XmlElement[];
  /** Texts of the annotations tied to an element. */
  notes(element: XmlElement): readonly string[];
  /** The innermost lane that lists a node. */
  lane(node: XmlElement): XmlElement | undefined;
  /** The element that an attribute refers to, if it is in the file. */
  referred(element: XmlElement, attribute: string): XmlElement | undefined;
  /** The elements that the inner elements of a name refer to (`<dataInputRefs>`), as far as they are in the file. */
  listed(element: XmlElement, name: string): readonly XmlElement[];
}

/** A process or sub-process with the flow graph directly in it. */
export interface Container {
  readonly element: XmlElement;
  /** In document order. */
  readonly nodes: readonly XmlElement[];
  readonly flows: readonly XmlElement[];
  /** Sub-processes, in document order. */
  readonly inner: readonly Container[];
}

export function createDiagram(document: XmlDocument): Diagram {
  const incoming = new Map<XmlElement, XmlElement[]>();
  const outgoing = new Map<XmlElement, XmlElement[]>();
  const boundaryEvents = new Map<XmlElement, XmlElement[]>();
  const lanes = new Map<XmlElement, XmlElement>();
  const associated = new Map<XmlElement, XmlElement[]>();

  const referred = (element: XmlElement, attribute: string) => {
    const value = element.attributes.get(attribute)?.trim();
    return value === undefined ? undefined : resolve(document, element, value);
  };

  const index: Readonly<Record<string, (element: XmlElement) => void>> = {
    'bpmn:SequenceFlow': (flow) => {
      add(outgoing, referred(flow, 'sourceRef'), flow);
      add(incoming, referred(flow, 'targetRef'), flow);
    },
    'bpmn:BoundaryEvent': (event) => {
      add(boundaryEvents, referred(event, 'attachedToRef'), event);
    },
    'bpmn:Association': (association) => {
      const source = referred(association, 'sourceRef');
      const target = referred(association, 'targetRef');
      if (source && target) {
        add(associated, source, target);
        add(associated, target, source);
      }
    },
    'bpmn:Lane': (lane) => {
      for (const reference of childrenOf(lane, 'bpmn:flowNodeRef')) {
        const node = resolve(document, reference, reference.text);
        if (node) lanes.set(node, lane); // inner lanes come later
      }
    },
  };
  for (const element of descendants(document.root)) {
    if (element.type !== undefined) index[element.type]?.(element);
  }

  const dialect = dialectOf(document.root);
  const processes = childrenOf(document.root, 'bpmn:process')
    .filter((process) => isExecutable(process, dialect))
    .map((process) => containerOf(process, document));

  const containers = processes.flatMap(withInner);
  const all = allByType(document, dialect);
  const byElement = new Map(containers.map((container) => [container.element, container]));

  return {
    document,
    dialect,
    processes,
    containers,
    all,
    container: (element) => byElement.get(element),
    incoming: (node) => incoming.get(node) ?? [],
    outgoing: (node) => byPriority(outgoing.get(node) ?? []),
    boundaryEvents: (activity) => boundaryEvents.get(activity) ?? [],
    eventDefinitions: (event) => eventDefinitionsOf(event, document),
    associated: (element) => associated.get(element) ?? [],
    notes: (element) =>
      (associated.get(element) ?? [])
        .filter(({ type }) => type === 'bpmn:TextAnnotation')
        .map(annotationText)
        .filter((text) => text !== ''),
    lane: (node) => lanes.get(node),
    referred,
    listed: (element, name) =>
      childrenOf(element, name).flatMap((reference) => resolve(document, reference, reference.text) ?? []),
  };
}

/** How messages speak of an element: `service task "Check stock"`. */
export function describe(element: XmlElement): string {
  const { type, name, attributes } = element;
  // ids of event definitions and the like are made up by editors, and are shown nowhere
  const id =
    prefixOf(name) === 'bpmn' && !name.endsWith('EventDefinition') ? attributes.get('id') : undefined;
  return label(type ?? name, attributes.get('name'), id);
}

/** BPMN's booleans are XML's: `1` is true as well. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^\s*(true|1)\s*$/.test(value);
}

/** Engines that run a process unless it says that it is not executable. */
const RUN_UNMARKED: ReadonlySet<Dialect> = new Set(['camunda7', 'flowable', 'jbpm']);

/**
 * Whether a process is one that runs. To the standard, and to Camunda 8, only one that is marked so; to other engines
 * every one that is not marked as a picture, where there is anything in it.
 */
export function isExecutable({ attributes, children }: XmlElement, dialect: Dialect): boolean {
  const marked = attributes.get('isExecutable');
  if (marked !== undefined) return isTrue(marked);
  return RUN_UNMARKED.has(dialect) && children.some(({ name }) => name === 'bpmn:sequenceFlow');
}

export function annotationText(annotation: XmlElement): string {
  return childOf(annotation, 'bpmn:text')?.text ?? '';
}

function eventDefinitionsOf(event: XmlElement, document: XmlDocument): XmlElement[] {
  return event.children.flatMap((child) => {
    if (child.name === 'bpmn:eventDefinitionRef') {
      const definition = resolve(document, child, child.text);
      return definition ? [definition] : [];
    }
    return document.isA(child.type, 'bpmn:EventDefinition') ? [child] : [];
  });
}

/** Finds elements by type, in document order, without looking at all of them for each type. */
function allByType(document: XmlDocument, dialect: Dialect): Diagram['all'] {
  const byOwnType = new Map<string, { readonly element: XmlElement; readonly index: number }[]>();
  let index = 0;
  for (const child of document.root.children) {
    if (child.type === 'bpmn:Process' && !isExecutable(child, dialect)) continue;
    for (const element of descendants(child)) add(byOwnType, element.type, { element, index: index++ });
  }
  const found = new Map<string, readonly XmlElement[]>();
  return (type) => {
    const known = found.get(type);
    if (known) return known;
    const elements = [...byOwnType]
      .filter(([ownType]) => document.isA(ownType, type))
      .flatMap(([, entries]) => entries)
      .sort((a, b) => a.index - b.index)
      .map(({ element }) => element);
    found.set(type, elements);
    return elements;
  };
}

function containerOf(element: XmlElement, document: XmlDocument): Container {
  const nodes = element.children.filter(({ type }) => document.isA(type, 'bpmn:FlowNode'));
  return {
    element,
    nodes,
    flows: byPriority(element.children.filter(({ type }) => type === 'bpmn:SequenceFlow')),
    inner: nodes
      .filter(({ type }) => document.isA(type, 'bpmn:FlowElementsContainer'))
      .map((node) => containerOf(node, document)),
  };
}

function withInner(container: Container): Container[] {
  return [container, ...container.inner.flatMap(withInner)];
}

function add<K, V>(map: Map<K, V[]>, key: K | undefined, value: V): void {
  if (key === undefined) return;
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
