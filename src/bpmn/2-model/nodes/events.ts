import { describe, isTrue } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { isThrownImplicitly } from '../implicit-throws';
import { readMappings } from '../mappings/mappings';
import { nodeBase, requiredId } from '../node-base';
import { readTrigger, readTriggers, reportCombination } from '../triggers';
import type {
  BoundaryEvent,
  CatchTrigger,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  SingleCatchTrigger,
  SingleThrowTrigger,
  StartEvent,
  ThrowTrigger,
} from '../types';

/** What events and receive tasks wait for. */
const CATCH = ['timer', 'message', 'signal', 'conditional'] as const;
const THROW = ['message', 'signal'] as const;

export function startEvent(reader: ElementReader, context: Context): StartEvent | undefined {
  reader.attribute('isInterrupting'); // means something in event sub-processes only
  for (const form of ['camunda:formKey', 'camunda:formRef', 'flowable:formKey']) reader.attribute(form); // clients have their own
  const trigger = readTrigger(reader, [], context);
  return trigger === 'none' ? defined({ kind: 'startEvent', ...nodeBase(reader, context) }) : undefined;
}

export function endEvent(reader: ElementReader, context: Context): EndEvent | undefined {
  const triggers = readTriggers(reader, ['error', 'terminate', ...THROW], context);
  if (!triggers) return undefined;
  const thrown = triggers.filter(isThrown);
  const [ending, ...more] = triggers.filter((trigger) => !isThrown(trigger));
  if (more.length > 0 || (ending && thrown.length > 0)) {
    reportCombination(reader, context);
    return undefined;
  }
  return defined({
    kind: 'endEvent',
    ...nodeBase(reader, context),
    trigger: ending ?? thrownTogether(thrown),
    ...readMappings(reader, context),
  });
}

export function intermediateThrowEvent(
  reader: ElementReader,
  context: Context,
): IntermediateThrowEvent | undefined {
  const triggers = readTriggers(reader, THROW, context);
  return (
    triggers &&
    defined({
      kind: 'intermediateThrowEvent',
      ...nodeBase(reader, context),
      trigger: thrownTogether(triggers),
      ...readMappings(reader, context),
    })
  );
}

export function intermediateCatchEvent(
  reader: ElementReader,
  context: Context,
): IntermediateCatchEvent | undefined {
  const trigger = caughtTogether(reader, readTriggers(reader, CATCH, context));
  const mappings = readMappings(reader, context);
  return (
    trigger && defined({ kind: 'intermediateCatchEvent', ...nodeBase(reader, context), trigger, ...mappings })
  );
}

export function boundaryEvent(reader: ElementReader, context: Context): BoundaryEvent | undefined {
  reader.attribute('attachedToRef');
  const activity = context.diagram.referred(reader.element, 'attachedToRef');
  const isBeside = activity !== undefined && isThrownImplicitly(reader.element, activity, context.diagram);
  const interrupting = readInterrupting(reader, isBeside, context);
  const triggers = readTriggers(reader, [...CATCH, 'error'], context);
  const [error, ...errors] = (triggers ?? []).filter((trigger) => trigger.kind === 'error');
  if (error && (errors.length > 0 || triggers?.length !== 1)) {
    reportCombination(reader, context);
    return undefined;
  }
  const trigger =
    error ??
    caughtTogether(
      reader,
      triggers?.filter((one) => one.kind !== 'error'),
    );
  return activity && trigger
    ? defined({
        kind: 'boundaryEvent',
        ...nodeBase(reader, context),
        attachedTo: requiredId(activity),
        interrupting,
        trigger,
      })
    : undefined;
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

function isThrown<T extends { readonly kind: string }>(
  trigger: T,
): trigger is Extract<T, { kind: 'message' | 'signal' }> {
  return trigger.kind === 'message' || trigger.kind === 'signal';
}
