import { idOf, type XmlElement } from '../1-parse/xml-element';
import { startTimes } from '../../shared/start-times';
import { describe, isTrue, type Diagram } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { readTriggers } from './triggers';
import { label } from '../diagnostics/label';
import type { Node } from './types';
import type { CatchTrigger, MultipleTrigger, ProcessTrigger, TimerTrigger } from './trigger-types';
import type { Expression } from './value-types';

/** Empty for an element that only clients start at. */
export interface StartedBy {
  readonly startedBy?: readonly ProcessTrigger[];
  readonly waits?: true;
  readonly condition?: Expression;
  readonly gathers?: MultipleTrigger;
}

/** What starts a process at a start event; undefined, with the reason reported, if it cannot be. */
export function startTriggers(reader: ElementReader, context: Context): StartedBy | undefined {
  const all = readTriggers(reader, ['message', 'signal', 'timer', 'conditional'], context);
  const triggers = all?.filter((trigger) => trigger.kind !== 'timer' || !trigger.open);
  if (!triggers || triggers.length === 0) return triggers && {};
  const together = isTrue(reader.attribute('parallelMultiple')) && triggers.length > 1;
  const starting = triggers.filter((trigger) => trigger.kind !== 'conditional');
  const asked = triggers.find((trigger) => trigger.kind === 'conditional');
  if (asked) {
    if (triggers.length === 1) return { condition: asked.condition };
    const { diagram, reporter } = context;
    const parameters = { element: describe(reader.element) };
    reporter.report('start-conditional', diagram.document.place.of(reader.element), parameters);
    return undefined;
  }
  const start = startedBy(starting, reader, context);
  return start && together ? { ...start, gathers: gatherer(starting) } : start;
}

/**
 * One of the events starts the run, which waits for the others. Whoever sends a message cannot know whether it is the
 * first of them, and so sends it to nobody in particular.
 */
function gatherer(triggers: readonly ProcessTrigger[]): MultipleTrigger {
  const published = triggers.map((trigger) =>
    trigger.kind === 'message' ? Object.freeze({ ...trigger, published: true }) : trigger,
  );
  return Object.freeze({ kind: 'multiple', parallel: true, triggers: Object.freeze(published) });
}

/** Whether a receive task or event-based gateway is the first element of a process, which it starts. */
export function startsProcess({ element }: ElementReader, { diagram }: Context): boolean {
  const isFirst = element.parent?.type === 'bpmn:Process' && diagram.incoming(element).length === 0;
  return isFirst && isTrue(element.attributes.get('instantiate'));
}

/** What an event-based gateway waits for that starts the process: one of its events, or all of them. */
export function instantiates(gateway: XmlElement): 'one' | 'all' {
  return gateway.attributes.get('eventGatewayType')?.trim() === 'Parallel' ? 'all' : 'one';
}

/**
 * How a catch event or receive task starts the process, if it does: by itself, or behind an event-based gateway that
 * does. Undefined, with the reason reported, if it cannot.
 */
export function startsAt(
  trigger: CatchTrigger,
  reader: ElementReader,
  context: Context,
): StartedBy | undefined {
  const [flow] = context.diagram.incoming(reader.element);
  const source = flow && context.diagram.referred(flow, 'sourceRef');
  const isBehind = source?.type === 'bpmn:EventBasedGateway' && isTrue(source.attributes.get('instantiate'));
  if (!isBehind && !(reader.element.type === 'bpmn:ReceiveTask' && startsProcess(reader, context))) return {};
  const triggers = trigger.kind === 'multiple' && !trigger.parallel ? trigger.triggers : [trigger];
  const isStart = (one: CatchTrigger): one is ProcessTrigger =>
    one.kind === 'message' || one.kind === 'signal' || (one.kind === 'timer' && one.open !== true);
  const starting = triggers.filter(isStart);
  if (starting.length < triggers.length) return reportUnsupportedStart(reader, context);
  const start = startedBy(starting, reader, context);
  return start && { ...start, ...(isBehind && instantiates(source) === 'all' && { waits: true }) };
}

function startedBy(
  triggers: readonly ProcessTrigger[],
  reader: ElementReader,
  context: Context,
): StartedBy | undefined {
  const expression = triggers.map(textOf).find(({ language }) => language !== 'literal');
  if (expression) {
    const parameters = { element: describe(reader.element), expression: expression.text };
    const where = { element: idOf(reader.element), position: expression.position };
    context.reporter.report('start-expression', where, parameters);
    return undefined;
  }
  for (const trigger of triggers) if (trigger.kind === 'timer') checkStartTimer(trigger, reader, context);
  return { startedBy: Object.freeze(triggers) };
}

/** A schedule starts it, so it must have a rhythm that a schedule can keep. */
function checkStartTimer({ value }: TimerTrigger, { element }: ElementReader, context: Context): void {
  const { diagram, reporter } = context;
  // From when on makes no difference to what can be said.
  const times = startTimes(value.text, new Date(0));
  const parameters = { element: describe(element), timer: value.text };
  const where = diagram.document.place.of(element);
  if (times === 'irregular') reporter.report('timer-start-irregular', where, parameters);
  else if (times?.isRelative && times.isLimited) reporter.report('timer-start-relative', where, parameters);
}

/** A start event is found by what starts it, so two of one process cannot have the same. */
export function reportSameStarts(nodes: readonly Node[], { reporter }: Context): void {
  const taken = new Map<string, Node>();
  for (const node of nodes) {
    const triggers = 'startedBy' in node ? (node.startedBy ?? []) : [];
    for (const trigger of triggers) {
      if (trigger.kind === 'timer') continue;
      const key = `${trigger.kind} "${trigger.name.text}"`;
      const first = taken.get(key);
      if (first && first !== node) {
        const related = [{ element: first.id, message: labelOf(first), position: first.position }];
        const where = { element: node.id, position: node.position };
        reporter.report('start-trigger-same', where, { element: labelOf(node), trigger: key }, { related });
      }
      taken.set(key, node);
    }
  }
}

function labelOf({ kind, name, id }: Node): string {
  return label(kind, name, id);
}

function textOf(trigger: ProcessTrigger): Expression {
  return trigger.kind === 'timer' ? trigger.value : trigger.name;
}

/** Elements that begin a process by the event they wait for, in a way that is not supported. */
export function reportUnsupportedStart(
  { element }: ElementReader,
  { diagram, reporter }: Context,
): undefined {
  const parameters = { element: describe(element), detail: ' as the start of a process' };
  reporter.report('element-not-supported', diagram.document.place.of(element), parameters);
}

/**
 * In Camunda 8 there is one instance at a time that messages with a correlation key have started. Elsewhere so it is where
 * several events start a run together: messages with the same key that come at once must not start one each.
 */
export function isOneRunPerKey(nodes: readonly Node[], { dialect }: Diagram): boolean {
  const isByMessage = (node: Node) =>
    'startedBy' in node && Boolean(node.startedBy?.some(({ kind }) => kind === 'message'));
  return nodes.some((node) => isByMessage(node) && (dialect === 'camunda8' || isStartedTogetherByKey(node)));
}

function isStartedTogetherByKey(node: Node): boolean {
  const gathers = 'gathers' in node ? node.gathers?.triggers : undefined;
  const triggers = gathers ?? ('waits' in node && node.waits ? node.startedBy : undefined) ?? [];
  return triggers.some((trigger) => trigger.kind === 'message' && trigger.key !== undefined);
}
