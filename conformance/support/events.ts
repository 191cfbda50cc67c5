import type { XmlElement } from '../../src/bpmn/1-parse/xml-element';
import { attribute, triggersOf } from './diagram';
import { row, type Row, type Section } from './row';

type Is = Row['is'];

const isStart = (event: XmlElement) => event.name === 'bpmn:startEvent';
const isEventSubProcess = (element: XmlElement | undefined) =>
  element !== undefined && attribute(element, 'triggeredByEvent') === 'true';
const isInterrupting = (event: XmlElement) =>
  (attribute(event, 'isInterrupting') ?? attribute(event, 'cancelActivity')) !== 'false';
const isNamed =
  (name: string): Is =>
  (event) =>
    event.name === `bpmn:${name}`;

interface Place {
  readonly title: string;
  readonly is: Is;
  readonly triggers: readonly string[];
}

const CAUGHT = ['message', 'timer', 'conditional', 'signal'];
const SEVERAL = ['multiple', 'parallel multiple'];

/** Where events stand, and which triggers the standard allows there. */
const PLACES: readonly Place[] = [
  {
    title: 'Start events of a process',
    is: (event) => isStart(event) && !isEventSubProcess(event.parent),
    triggers: ['none', ...CAUGHT, ...SEVERAL],
  },
  {
    title: 'Start events of event sub-processes, interrupting',
    is: (event) => isStart(event) && isEventSubProcess(event.parent) && isInterrupting(event),
    triggers: [...CAUGHT, 'error', 'escalation', 'compensate', ...SEVERAL],
  },
  {
    title: 'Start events of event sub-processes, not interrupting',
    is: (event) => isStart(event) && isEventSubProcess(event.parent) && !isInterrupting(event),
    triggers: [...CAUGHT, 'escalation', ...SEVERAL],
  },
  {
    title: 'Intermediate catch events',
    is: isNamed('intermediateCatchEvent'),
    triggers: [...CAUGHT, 'link', ...SEVERAL],
  },
  {
    title: 'Boundary events, interrupting',
    is: (event) => isNamed('boundaryEvent')(event) && isInterrupting(event),
    triggers: [...CAUGHT, 'error', 'escalation', 'cancel', 'compensate', ...SEVERAL],
  },
  {
    title: 'Boundary events, not interrupting',
    is: (event) => isNamed('boundaryEvent')(event) && !isInterrupting(event),
    triggers: [...CAUGHT, 'escalation', ...SEVERAL],
  },
  {
    title: 'Intermediate throw events',
    is: isNamed('intermediateThrowEvent'),
    triggers: ['none', 'message', 'signal', 'escalation', 'compensate', 'link', 'multiple'],
  },
  {
    title: 'End events',
    is: isNamed('endEvent'),
    triggers: [
      'none',
      'message',
      'signal',
      'error',
      'escalation',
      'compensate',
      'cancel',
      'terminate',
      'multiple',
    ],
  },
];

/** What tells events with several definitions, and those without any, from others. */
function hasTrigger(event: XmlElement, trigger: string): boolean {
  const kinds = triggersOf(event);
  const isParallel = attribute(event, 'parallelMultiple') === 'true';
  if (trigger === 'none') return kinds.length === 0;
  if (trigger === 'multiple') return kinds.length > 1 && !isParallel;
  if (trigger === 'parallel multiple') return kinds.length > 1 && isParallel;
  return kinds.length === 1 && kinds[0] === trigger;
}

const WORDS: Readonly<Record<string, string>> = { compensate: 'compensation' };

export const eventSections: readonly Section[] = PLACES.map(({ title, is, triggers }) => ({
  title,
  rows: triggers.map((trigger) =>
    row(WORDS[trigger] ?? trigger, (event) => is(event) && hasTrigger(event, trigger)),
  ),
}));
