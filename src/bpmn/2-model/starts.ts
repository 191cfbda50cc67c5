import type { XmlElement } from '../1-parse/xml-element';
import { type Diagram, describe, isTrue } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { readMessage } from './messages';
import { readTriggers } from './triggers';
import type { ProcessTrigger } from './trigger-types';
import type { Expression } from './value-types';

/** Empty for an element that only clients start at. */
export interface StartedBy {
  readonly startedBy?: readonly ProcessTrigger[];
}

/** What starts a process at a start event; undefined, with the reason reported, if it cannot be. */
export function startTriggers(reader: ElementReader, context: Context): StartedBy | undefined {
  const triggers = readTriggers(reader, ['message', 'signal', 'timer'], context);
  if (!triggers || triggers.length === 0) return triggers && {};
  const all = triggers.length > 1 && isTrue(reader.attribute('parallelMultiple'));
  return all ? reportUnsupportedStart(reader, context) : onlyStart(triggers, reader, context);
}

/** Whether a receive task is the first element of a process, which its message starts. */
export function startsProcess({ element }: ElementReader, { diagram }: Context): boolean {
  return isTrue(element.attributes.get('instantiate')) && diagram.incoming(element).length === 0;
}

/** A receive task that starts a process. */
export function startMessage(reader: ElementReader, context: Context): StartedBy | undefined {
  return onlyStart([readMessage(reader, reader.element, context)], reader, context);
}

/** Which of several starts it was, nothing would say; and names that are expressions have no values yet. */
function onlyStart(
  startedBy: readonly ProcessTrigger[],
  reader: ElementReader,
  context: Context,
): StartedBy | undefined {
  const isPlain = startedBy.every((trigger) => textOf(trigger).language === 'literal');
  const isOnly = startsBeside(reader.element, context.diagram) === 0;
  if (!isPlain || !isOnly) return reportUnsupportedStart(reader, context);
  if (startedBy.some(({ kind }) => kind === 'timer')) {
    const where = context.diagram.document.place.of(reader.element);
    context.reporter.report('timer-start', where, { element: describe(reader.element) });
  }
  return { startedBy: Object.freeze(startedBy) };
}

function textOf(trigger: ProcessTrigger): Expression {
  return trigger.kind === 'timer' ? trigger.value : trigger.name;
}

function startsBeside(start: XmlElement, diagram: Diagram): number {
  const nodes = (start.parent && diagram.container(start.parent)?.nodes) ?? [];
  const isStart = (node: XmlElement) =>
    node.type === 'bpmn:StartEvent' || isTrue(node.attributes.get('instantiate'));
  return nodes.filter((node) => isStart(node) && node !== start).length;
}

/** Elements that begin a process by the event they wait for, in a way that is not supported. */
export function reportUnsupportedStart(
  { element }: ElementReader,
  { diagram, reporter }: Context,
): undefined {
  const several = startsBeside(element, diagram) > 0 ? ', beside others' : '';
  const parameters = { element: describe(element), detail: ` as the start of a process${several}` };
  reporter.report('element-not-supported', diagram.document.place.of(element), parameters);
}
