import { type XmlElement, childOf } from '../1-parse/xml-element';
import { defined } from './defined';
import { describe } from './diagram';
import { allowedTriggers, triggerKind } from './event-kinds';
import { type Context, type ElementReader, createElementReader } from './element-reader';
import { readTimer } from './timers';
import type { ErrorTrigger, TerminateTrigger, TimerTrigger } from './types';

type Trigger = TimerTrigger | ErrorTrigger | TerminateTrigger;
type Kind = Trigger['kind'];

const readers: {
  readonly [K in Kind]: (
    reader: ElementReader,
    context: Context,
  ) => Extract<Trigger, { kind: K }> | undefined;
} = {
  timer: readTimer,
  error: readError,
  terminate: () => Object.freeze({ kind: 'terminate' }),
};

/**
 * The trigger of an event: `none` without an event definition, undefined (with the reason reported) if it cannot be read
 * or is not supported at this kind of event.
 */
export function readTrigger<K extends Kind>(
  reader: ElementReader,
  supported: readonly K[],
  context: Context,
): Extract<Trigger, { kind: K }> | 'none' | undefined {
  const { element } = reader;
  const { place } = context.diagram.document;
  const definitions = element.children.filter(({ property }) => property?.name === 'bpmn:eventDefinitions');
  const [definition] = definitions;
  if (!definition) return childOf(element, 'bpmn:eventDefinitionRef') ? undefined : 'none';

  const kind = supported.find((name) => definition.name === `bpmn:${name}EventDefinition`);
  if (definitions.length > 1 || kind === undefined) {
    reader.leave(({ property }) => property?.name === 'bpmn:eventDefinitions');
    const allowed: readonly string[] = allowedTriggers(element, context.diagram).kinds;
    if (definitions.some((one) => !allowed.includes(triggerKind(one)))) return undefined; // a rule reported it
    const what = definitions.length > 1 ? 'combination of several event definitions' : describe(definition);
    const parameters = { element: what, detail: ` at the ${describe(element)}` };
    context.reporter.report('element-not-supported', place.of(definition), parameters);
    return undefined;
  }
  const definitionReader = reader.child(definition.name);
  return definitionReader && readers[kind](definitionReader, context);
}

/** Catching without a reference, or with an error that has no code, means any error; throwing needs a code. */
function readError(reader: ElementReader, context: Context): ErrorTrigger | undefined {
  const { diagram, reporter } = context;
  reader.attribute('errorRef');
  const error = diagram.referred(reader.element, 'errorRef');
  const code = error && readErrorCode(error, context);
  const event = reader.element.parent;
  if (code === undefined && event?.type === 'bpmn:EndEvent') {
    const where = diagram.document.place.of(reader.element);
    reporter.report('error-code-missing', where, { element: describe(event) });
    return undefined;
  }
  return defined({ kind: 'error' as const, code });
}

function readErrorCode(error: XmlElement, context: Context): string | undefined {
  const reader = createElementReader(error, context);
  reader.attribute('structureRef'); // the type of what is thrown along
  const code = reader.attribute('errorCode')?.trim();
  reader.finish();
  return code === '' ? undefined : code;
}
