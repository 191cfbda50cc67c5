import { compensationHandlers } from '../compensation';
import { describe, isTrue } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { isEventSubProcess } from '../event-kinds';
import { readForm } from '../forms/element-form';
import { isThrownImplicitly } from '../implicit-throws';
import { leaveStartData } from '../mappings/bpmn';
import { readEventOutputs, readMappings, readStartOutputs } from '../mappings/mappings';
import { nodeBase, requiredId } from '../node-base';
import { startsAt, startTriggers } from '../starts';
import { readTriggers, reportCombination } from '../triggers';
import { isLinkEvent, linkEvent } from './link-event';
import { readSending } from './sending-event';
import type { CatchTrigger, SingleCatchTrigger, SingleThrowTrigger, ThrowTrigger } from '../trigger-types';
import type {
  BoundaryEvent,
  CompensationEvent,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  LinkEvent,
  StartEvent,
} from '../types';

/** What events and receive tasks wait for. */
const CATCH = ['timer', 'message', 'signal', 'conditional'] as const;
const THROW = ['message', 'signal'] as const;

export function startEvent(reader: ElementReader, context: Context): StartEvent | undefined {
  const { parent } = reader.element;
  const interrupting = reader.attribute('isInterrupting'); // means something in event sub-processes only
  for (const engine of ['camunda', 'flowable']) reader.attribute(`${engine}:initiator`); // a rule warns of it
  if (!parent || !isEventSubProcess(parent)) {
    leaveStartData(reader);
    const outputs = readStartOutputs(reader, context);
    const form = parent?.type === 'bpmn:Process' ? readForm(reader, context) : {};
    const startedBy = startTriggers(reader, context);
    const base = nodeBase(reader, context);
    return startedBy && defined({ kind: 'startEvent', ...base, ...outputs, ...form, ...startedBy });
  }
  const outputs = readEventOutputs(reader, context);
  const triggers = readTriggers(reader, [...CATCH, 'error', 'escalation', 'compensate'], context);
  const trigger =
    aloneOf(triggers, isCaught, reader, context) ?? caughtTogether(reader, triggers?.filter(isCaught));
  if (!trigger) return undefined;
  return defined({
    kind: 'startEvent',
    ...nodeBase(reader, context),
    ...outputs,
    trigger,
    interrupting: interrupting === undefined || isTrue(interrupting),
  });
}

export function endEvent(reader: ElementReader, context: Context): EndEvent | undefined {
  const work = readSending(reader, context);
  if (work) return defined({ kind: 'endEvent', ...nodeBase(reader, context), trigger: work });
  const kinds = ['error', 'escalation', 'compensate', 'cancel', 'terminate', ...THROW] as const;
  const triggers = readTriggers(reader, kinds, context);
  if (!triggers) return undefined;
  const trigger = aloneOf(triggers, isThrown, reader, context) ?? thrownTogether(triggers.filter(isThrown));
  const mappings = readMappings(reader, context);
  return defined({ kind: 'endEvent', ...nodeBase(reader, context), trigger, ...mappings });
}

export function intermediateThrowEvent(
  reader: ElementReader,
  context: Context,
): IntermediateThrowEvent | LinkEvent | undefined {
  if (isLinkEvent(reader, context)) return linkEvent(reader, context);
  const work = readSending(reader, context);
  if (work) return defined({ kind: 'intermediateThrowEvent', ...nodeBase(reader, context), trigger: work });
  const triggers = readTriggers(reader, ['escalation', 'compensate', ...THROW], context);
  if (!triggers) return undefined;
  const trigger = aloneOf(triggers, isThrown, reader, context) ?? thrownTogether(triggers.filter(isThrown));
  const mappings = readMappings(reader, context);
  return defined({ kind: 'intermediateThrowEvent', ...nodeBase(reader, context), trigger, ...mappings });
}

export function intermediateCatchEvent(
  reader: ElementReader,
  context: Context,
): IntermediateCatchEvent | LinkEvent | undefined {
  if (isLinkEvent(reader, context)) return linkEvent(reader, context);
  const trigger = caughtTogether(reader, readTriggers(reader, CATCH, context));
  const mappings = readMappings(reader, context);
  const start = trigger && startsAt(trigger, reader, context);
  if (!trigger || !start) return undefined;
  const base = nodeBase(reader, context);
  return defined({ kind: 'intermediateCatchEvent', ...base, trigger, ...mappings, ...start });
}

export function boundaryEvent(
  reader: ElementReader,
  context: Context,
): BoundaryEvent | CompensationEvent | undefined {
  const { diagram } = context;
  reader.attribute('attachedToRef');
  const activity = diagram.referred(reader.element, 'attachedToRef');
  const isBeside = activity !== undefined && isThrownImplicitly(reader.element, activity, diagram);
  const interrupting = readInterrupting(reader, isBeside, context);
  const triggers = readTriggers(reader, [...CATCH, 'error', 'escalation', 'cancel', 'compensate'], context);
  const trigger =
    aloneOf(triggers, isCaught, reader, context) ?? caughtTogether(reader, triggers?.filter(isCaught));
  if (!activity || !trigger) return undefined;
  const base = { ...nodeBase(reader, context), attachedTo: requiredId(activity) };
  const outputs = trigger.kind === 'compensate' ? {} : readEventOutputs(reader, context);
  if (trigger.kind === 'compensate') {
    const handler = compensationHandlers(reader.element, diagram)[0];
    return defined({ kind: 'compensationEvent', ...base, handler: handler && requiredId(handler) });
  }
  return defined({ kind: 'boundaryEvent', ...base, ...outputs, interrupting, trigger });
}

/** What instances of a multi-instance throw never cancels them. */
function readInterrupting(reader: ElementReader, isBeside: boolean, context: Context): boolean {
  const given = reader.attribute('cancelActivity');
  const interrupting = given === undefined || isTrue(given);
  if (!isBeside || !interrupting) return interrupting;
  const { element } = reader;
  const where = context.diagram.document.place.attribute(element, 'cancelActivity');
  context.reporter.report('implicit-throw-interrupting', where, { element: describe(element) });
  return false;
}

/** A rule reports a catching event without a trigger. */
function caughtTogether(
  reader: ElementReader,
  triggers: readonly SingleCatchTrigger[] | undefined,
): CatchTrigger | undefined {
  const parallel = isTrue(reader.attribute('parallelMultiple'));
  const [only, ...more] = triggers ?? [];
  if (more.length === 0) return only;
  return Object.freeze({ kind: 'multiple', parallel, triggers: Object.freeze(triggers ?? []) });
}

function thrownTogether(triggers: readonly SingleThrowTrigger[]): ThrowTrigger | undefined {
  const [only, ...more] = triggers;
  return more.length === 0
    ? only
    : Object.freeze({ kind: 'multipleThrow', triggers: Object.freeze(triggers) });
}

type Kinds = { readonly kind: string };
type Caught<T extends Kinds> = Extract<T, { kind: (typeof CATCH)[number] }>;
type Thrown<T extends Kinds> = Extract<T, { kind: (typeof THROW)[number] }>;

/** The trigger that stands alone, because BPMN combines only the others; undefined where there is none. */
function aloneOf<T extends Kinds, Combinable extends T>(
  triggers: readonly T[] | undefined,
  isCombinable: (trigger: T) => trigger is Combinable,
  reader: ElementReader,
  context: Context,
): Exclude<T, Combinable> | undefined {
  const [alone] = (triggers ?? []).filter((one): one is Exclude<T, Combinable> => !isCombinable(one));
  if (alone && triggers && triggers.length > 1) reportCombination(reader, context);
  return alone;
}

function isCaught<T extends Kinds>(trigger: T): trigger is Caught<T> {
  return (CATCH as readonly string[]).includes(trigger.kind);
}

function isThrown<T extends Kinds>(trigger: T): trigger is Thrown<T> {
  return (THROW as readonly string[]).includes(trigger.kind);
}
