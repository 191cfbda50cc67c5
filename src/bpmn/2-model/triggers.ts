import { type XmlElement, childOf } from '../1-parse/xml-element';
import { readCondition } from './conditions';
import { describe } from './diagram';
import { allowedTriggers, triggerKind } from './event-kinds';
import { type Context, type ElementReader, createElementReader } from './element-reader';
import { readMessage, readSignal } from './messages';
import { readCompensate, readError, readEscalation } from './thrown-triggers';
import { readTimer } from './timers';
import { watchedVariable } from './watched-variable';
import type {
  CancelTrigger,
  CompensateTrigger,
  ConditionalTrigger,
  ErrorTrigger,
  EscalationTrigger,
  SingleCatchTrigger,
  SingleThrowTrigger,
  TerminateTrigger,
} from './trigger-types';

type Trigger =
  | SingleCatchTrigger
  | SingleThrowTrigger
  | ErrorTrigger
  | EscalationTrigger
  | CompensateTrigger
  | CancelTrigger
  | TerminateTrigger;
type Kind = Trigger['kind'];
type TriggerOf<K extends Kind> = Extract<Trigger, { kind: K }>;

const readers: {
  readonly [K in Kind]: (
    definition: ElementReader,
    event: XmlElement,
    context: Context,
  ) => TriggerOf<K> | undefined;
} = {
  timer: readTimer,
  message: readMessage,
  signal: readSignal,
  conditional: readConditional,
  error: readError,
  escalation: readEscalation,
  compensate: readCompensate,
  cancel: () => Object.freeze({ kind: 'cancel' }),
  terminate: () => Object.freeze({ kind: 'terminate' }),
};

/**
 * The triggers of an event, in document order; none without an event definition; undefined (with the reason reported) if
 * one cannot be read or is not supported at this kind of event.
 */
export function readTriggers<K extends Kind>(
  reader: ElementReader,
  supported: readonly K[],
  context: Context,
): readonly TriggerOf<K>[] | undefined {
  const { element } = reader;
  const { diagram, reporter } = context;
  const allowed: readonly string[] = allowedTriggers(element, diagram).kinds;
  reader.leave(({ name, property }) =>
    [name, property?.name].some(
      (one) => one === 'bpmn:eventDefinitionRef' || one === 'bpmn:eventDefinitions',
    ),
  );
  const triggers = diagram.eventDefinitions(element).map((definition) => {
    const kind = supported.find((name) => definition.name === `bpmn:${name}EventDefinition`);
    if (kind !== undefined) {
      const definitionReader = createElementReader(definition, context);
      const trigger = readers[kind](definitionReader, element, context);
      definitionReader.finish();
      return trigger;
    }
    if (!allowed.includes(triggerKind(definition))) return undefined; // a rule reported it
    const parameters = { element: describe(definition), detail: ` at the ${describe(element)}` };
    reporter.report('element-not-supported', diagram.document.place.of(definition), parameters);
    return undefined;
  });
  const read = triggers.filter((trigger) => trigger !== undefined);
  const unresolved = triggers.length === 0 && childOf(element, 'bpmn:eventDefinitionRef') !== undefined;
  return read.length < triggers.length || unresolved ? undefined : read;
}

/** Triggers that BPMN gives no common meaning. */
export function reportCombination({ element }: ElementReader, { diagram, reporter }: Context): void {
  const detail = ` at the ${describe(element)}`;
  const parameters = { element: 'combination of several event definitions', detail };
  reporter.report('element-not-supported', diagram.document.place.of(element), parameters);
}

/** A rule reports conditions that are missing. */
function readConditional(
  definition: ElementReader,
  event: XmlElement,
  context: Context,
): ConditionalTrigger | undefined {
  readFilter(definition);
  const child = definition.child('bpmn:condition');
  if (!child || child.element.text === '') return undefined;
  const condition = readCondition(child, context, event);
  return (
    condition && Object.freeze({ kind: 'conditional', condition, ...watchedVariable(definition, event) })
  );
}

/** Camunda 8's events may be told of variables only when they come, or only when they change; others hear of both, as here. */
function readFilter(definition: ElementReader): void {
  const filter = definition.extension('zeebe:conditionalFilter');
  const events = filter?.element.attributes.get('variableEvents')?.split(',') ?? [];
  const isBoth = ['create', 'update'].every((event) => events.some((one) => one.trim() === event));
  if (isBoth) filter?.attribute('variableEvents'); // else it is left unread, and so reported
}
