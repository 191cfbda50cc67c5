import { applyMetamodel } from './1-parse/apply-metamodel';
import { createMetamodel } from './1-parse/metamodel';
import { createPlace } from './1-parse/place';
import { readXml } from './1-parse/read-xml';
import { childOf, childrenOf, descendants, idOf, type XmlElement } from './1-parse/xml-element';
import { dialectOf } from './2-model/dialect';
import { isExecutable } from './2-model/diagram';
import { createReporter } from './diagnostics/reporter';
import { createSource } from './diagnostics/source';

/** One flow node of a diagram. */
export interface GraphElement {
  readonly id: string;
  readonly name?: string;
  /** BPMN type in camel case: `serviceTask`. */
  readonly kind: string;
  /** Id of the process it is in. */
  readonly process: string;
  /** Id of the process or sub-process directly around it. */
  readonly parent: string;
  /** Of a boundary event. */
  readonly attachedTo?: string;
  /** Undoes an activity: nothing flows to it. */
  readonly isForCompensation?: true;
  /** An event sub-process. */
  readonly triggeredByEvent?: true;
  /** One end of a link. */
  readonly isLink?: true;
  /** A boundary event that only says what undoes its activity: nothing flows through it. */
  readonly isCompensation?: true;
}

export interface GraphFlow {
  readonly id: string;
  readonly name?: string;
  readonly process: string;
  readonly source: string;
  readonly target: string;
  /** Text of its condition, as it is written. */
  readonly condition?: string;
  readonly isDefault?: true;
}

/** What a diagram consists of, whether it compiles or not: for those who draw it, or speak of its elements. */
export interface DiagramGraph {
  readonly processes: readonly {
    readonly id: string;
    readonly name?: string;
    readonly executable: boolean;
  }[];
  readonly elements: readonly GraphElement[];
  readonly flows: readonly GraphFlow[];
  /** Names of the messages and signals, as they are written. */
  readonly messages: readonly string[];
  readonly signals: readonly string[];
  /** Names of the messages that start processes. */
  readonly startMessages: readonly string[];
  /** Names of the messages that it sends and waits for, or is started by. */
  readonly thrown: readonly string[];
  readonly caught: readonly string[];
  /** Texts of scripts, with single blanks. */
  readonly scripts: readonly string[];
}

/** Reads the graph of a diagram. Nothing is checked; of a file that is no BPMN the graph is empty. */
export function diagramGraph({ file, xml }: { readonly file: string; readonly xml: string }): DiagramGraph {
  const source = createSource(file, xml);
  const reporter = createReporter(source, { strict: false });
  const metamodel = createMetamodel();
  const root = readXml(source, metamodel.namespaces, reporter);
  if (root) applyMetamodel(root, metamodel, createPlace(source), reporter);
  const isNode = ({ type }: XmlElement) => type !== undefined && metamodel.isA(type, 'bpmn:FlowNode');
  const dialect = root ? dialectOf(root) : 'bpmn';
  const all = root ? [...descendants(root)] : [];
  const processes = root ? childrenOf(root, 'bpmn:process').filter((one) => idOf(one) !== undefined) : [];
  const below = processes.map((process) => ({
    id: idOf(process) as string,
    parts: [...descendants(process)],
  }));
  const defaults = new Map(all.map((one) => [idOf(one), one.attributes.get('default')]));
  const messages = messageNames(all);
  return {
    processes: processes.map((process) => ({
      id: idOf(process) as string,
      ...nameOf(process),
      executable: isExecutable(process, dialect),
    })),
    elements: below.flatMap(({ id, parts }) => parts.filter(isNode).flatMap((node) => elementOf(node, id))),
    flows: below.flatMap(({ id, parts }) =>
      parts.filter(({ name }) => name === 'bpmn:sequenceFlow').flatMap((flow) => flowOf(flow, id, defaults)),
    ),
    messages: namesOf(all, 'bpmn:message'),
    signals: namesOf(all, 'bpmn:signal'),
    startMessages: startMessages(processes, messages),
    thrown: usedMessages(all, true, messages),
    caught: usedMessages(all, false, messages),
    scripts: all.filter(({ name }) => /(^|:)script$/.test(name)).map(({ text }) => plainText(text)),
  };
}

function elementOf(element: XmlElement, process: string): readonly GraphElement[] {
  const id = idOf(element);
  if (id === undefined) return [];
  const attachedTo = element.attributes.get('attachedToRef');
  return [
    {
      id,
      ...nameOf(element),
      kind: camelCase(element.type ?? element.name),
      process,
      parent: (element.parent && idOf(element.parent)) ?? process,
      ...(attachedTo !== undefined && { attachedTo: local(attachedTo) }),
      ...(isTrue(element, 'isForCompensation') && { isForCompensation: true as const }),
      ...(isTrue(element, 'triggeredByEvent') && { triggeredByEvent: true as const }),
      ...(childOf(element, 'bpmn:linkEventDefinition') && { isLink: true as const }),
      ...(attachedTo !== undefined &&
        childOf(element, 'bpmn:compensateEventDefinition') && { isCompensation: true as const }),
    },
  ];
}

function flowOf(
  flow: XmlElement,
  process: string,
  defaults: ReadonlyMap<string | undefined, string | undefined>,
): readonly GraphFlow[] {
  const id = idOf(flow);
  const source = flow.attributes.get('sourceRef');
  const target = flow.attributes.get('targetRef');
  if (id === undefined || source === undefined || target === undefined) return [];
  const condition = childOf(flow, 'bpmn:conditionExpression')?.text;
  return [
    {
      id,
      ...nameOf(flow),
      process,
      source: local(source),
      target: local(target),
      ...(condition !== undefined && { condition }),
      ...(defaults.get(local(source)) === id && { isDefault: true as const }),
    },
  ];
}

/** The names of messages by their ids. */
function messageNames(all: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(
    all
      .filter(({ name }) => name === 'bpmn:message')
      .flatMap((message) => {
        const [id, name] = [idOf(message), message.attributes.get('name')];
        return id === undefined || name === undefined ? [] : [[id, name] as const];
      }),
  );
}

function startMessages(
  processes: readonly XmlElement[],
  messages: ReadonlyMap<string, string>,
): readonly string[] {
  return processes
    .flatMap(({ children }) => children)
    .filter(({ name, attributes }) => name === 'bpmn:startEvent' || attributes.get('instantiate') === 'true')
    .flatMap((start) => [start, ...start.children])
    .flatMap((part) => part.attributes.get('messageRef') ?? [])
    .flatMap((ref) => messages.get(local(ref)) ?? []);
}

const THROWING = ['bpmn:intermediateThrowEvent', 'bpmn:endEvent', 'bpmn:sendTask'];

function usedMessages(
  all: readonly XmlElement[],
  throwing: boolean,
  messages: ReadonlyMap<string, string>,
): readonly string[] {
  const names = all.flatMap((one) => {
    const ref = one.attributes.get('messageRef');
    const holder = one.name === 'bpmn:messageEventDefinition' ? one.parent : one;
    if (ref === undefined || !holder || THROWING.includes(holder.name) !== throwing) return [];
    return messages.get(local(ref)) ?? [];
  });
  return [...new Set(names)];
}

function namesOf(all: readonly XmlElement[], type: string): readonly string[] {
  return all.filter(({ name }) => name === type).flatMap(({ attributes }) => attributes.get('name') ?? []);
}

function nameOf({ attributes }: XmlElement): { readonly name?: string } {
  const name = attributes.get('name')?.replace(/\s+/g, ' ').trim();
  return name ? { name } : {};
}

function isTrue({ attributes }: XmlElement, name: string): boolean {
  return ['true', '1'].includes(attributes.get(name)?.trim() ?? '');
}

function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** References may carry a prefix. */
function local(reference: string): string {
  return reference.trim().replace(/^.*:/, '');
}

/** `bpmn:ServiceTask` → `serviceTask` */
function camelCase(type: string): string {
  const name = type.replace(/^.*:/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}
