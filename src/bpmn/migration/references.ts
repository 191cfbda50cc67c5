import { localName, prefixOf } from '../1-parse/namespaces';
import { type XmlElement, childOf, descendants, idOf } from '../1-parse/xml-element';
import { type Diagram, describe } from '../2-model/diagram';
import type { Position } from '../diagnostics/diagnostic';

/** How a diagram names something that an engine would look up elsewhere. */
export type Origin =
  | 'Java class'
  | 'delegate expression'
  | 'expression'
  | 'external task'
  | 'job type'
  | 'connector'
  | 'built-in task'
  | 'decision'
  | 'script'
  | 'called process'
  | 'form'
  | 'implementation'
  | 'task name';

/** A place of the diagram that leads out of it: to code, a script, a form, another process. */
export interface Reference {
  readonly origin: Origin;
  /** As the diagram has it: a class name, `${bean}`, a topic; of a script its language. */
  readonly text: string;
  /** Id of the element that has it; empty if it has none. */
  readonly element: string;
  /** The element for people, with the listener or parameter that it is in. */
  readonly label: string;
  readonly line: number;
}

/** A reference, and where a problem with it would be reported. */
export interface Found extends Reference {
  readonly own: Position;
  /** Start tags of what it is in, up to the element. */
  readonly around: readonly Position[];
}

const ATTRIBUTES: Readonly<Record<string, Origin>> = {
  class: 'Java class',
  delegateExpression: 'delegate expression',
  expression: 'expression',
  topic: 'external task',
  decisionRef: 'decision',
  formKey: 'form',
  formRef: 'form',
};

/** Elements of extensions that name something, and the attribute in which they do. */
const ELEMENTS: Readonly<Record<string, readonly [attribute: string, origin: Origin]>> = {
  'zeebe:taskDefinition': ['type', 'job type'],
  'zeebe:calledDecision': ['decisionId', 'decision'],
  'zeebe:calledElement': ['processId', 'called process'],
  'zeebe:formDefinition': ['formId', 'form'],
  'zeebe:executionListener': ['type', 'job type'],
  'zeebe:taskListener': ['type', 'job type'],
};

const LISTENERS = /:(execution|task)Listener$/;
const TASKS = /^bpmn:(serviceTask|sendTask|businessRuleTask)$/;
const ENGINES: ReadonlySet<string> = new Set(['camunda', 'flowable']);

/** All references of the executable processes, in document order. */
export function referencesIn({ document: { place }, processes }: Diagram): readonly Found[] {
  return processes.flatMap(({ element: process }) =>
    [...descendants(process)].flatMap((element) =>
      namesIn(element).map(({ attribute, ...name }) => {
        const { owner, label, path } = placeOf(element);
        return {
          ...name,
          element: idOf(owner) ?? '',
          label,
          line: place.of(element).position.line,
          own: (attribute === undefined ? place.of(element) : place.attribute(element, attribute)).position,
          around: path.map((one) => place.of(one).position),
        };
      }),
    ),
  );
}

interface Name extends Pick<Reference, 'origin' | 'text'> {
  readonly attribute?: string;
}

function namesIn(element: XmlElement): readonly Name[] {
  const names = [...fromAttributes(element), ...fromElement(element)];
  return names.length > 0 || !TASKS.test(element.name) ? names : byDefault(element);
}

function fromAttributes({ attributes }: XmlElement): Name[] {
  return [...attributes].flatMap(([attribute, value]): Name[] => {
    const local = localName(attribute);
    const text = value.trim();
    if (!ENGINES.has(prefixOf(attribute)) || text === '') return [];
    if (local === 'type') return text === 'external' ? [] : [{ origin: 'built-in task', text, attribute }];
    const origin = ATTRIBUTES[local];
    return origin === undefined ? [] : [{ origin, text, attribute }];
  });
}

function fromElement(element: XmlElement): Name[] {
  const { name, attributes, text, parent } = element;
  const named = ELEMENTS[name];
  if (named) {
    const value = attributes.get(named[0])?.trim();
    return value ? [{ origin: named[1], text: value }] : [];
  }
  // listeners have their references as attributes without a prefix
  if (LISTENERS.test(name)) {
    return Object.entries(ATTRIBUTES).flatMap(([attribute, origin]) => {
      const value = attributes.get(attribute)?.trim();
      return value ? [{ origin, text: value, attribute }] : [];
    });
  }
  if (name === 'bpmn:callActivity') {
    const called = attributes.get('calledElement')?.trim();
    return called ? [{ origin: 'called process', text: called }] : [];
  }
  if (name === 'zeebe:script') return [{ origin: 'script', text: 'feel' }];
  if (localName(name) === 'connectorId') return [{ origin: 'connector', text }];
  if (name === 'bpmn:scriptTask' && childOf(element, 'bpmn:script')) {
    return [{ origin: 'script', text: attributes.get('scriptFormat')?.trim() || 'no language named' }];
  }
  if (localName(name) === 'script' && ENGINES.has(prefixOf(name)) && parent?.name !== 'bpmn:scriptTask') {
    return [{ origin: 'script', text: attributes.get('scriptFormat')?.trim() || 'no language named' }];
  }
  return [];
}

/** A task that no extension says anything of: BPMN's `implementation`, else its name. */
function byDefault(element: XmlElement): Name[] {
  const extensions = childOf(element, 'bpmn:extensionElements');
  if (extensions?.children.some(({ name }) => name in ELEMENTS || localName(name) === 'connector')) return [];
  const declared = element.attributes.get('implementation')?.trim();
  if (declared && !declared.startsWith('##')) return [{ origin: 'implementation', text: declared }];
  const name = element.attributes.get('name')?.replace(/\s+/g, ' ').trim();
  return name ? [{ origin: 'task name', text: name }] : [];
}

/** The element of BPMN around something, and how people find it. */
function placeOf(element: XmlElement): { owner: XmlElement; label: string; path: readonly XmlElement[] } {
  let part = '';
  const path: XmlElement[] = [];
  for (let at = element; ; at = at.parent) {
    path.push(at);
    if (LISTENERS.test(at.name)) {
      part = `${localName(at.name) === 'taskListener' ? 'task' : 'execution'} listener (${eventOf(at)}) of the `;
    } else if (/:(input|output)Parameter$/.test(at.name)) {
      part = `parameter "${at.attributes.get('name') ?? ''}" of the `;
    }
    const isElement = at.type !== undefined && at.name !== 'bpmn:extensionElements';
    if (isElement || !at.parent) return { owner: at, label: `${part}${describe(at)}`, path };
  }
}

function eventOf({ attributes }: XmlElement): string {
  return (attributes.get('event') ?? attributes.get('eventType') ?? '').trim() || 'start';
}
