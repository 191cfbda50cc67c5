import { describe, isTrue } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { isThrownImplicitly } from '../implicit-throws';
import { nodeBase, requiredId } from '../node-base';
import { readTrigger } from '../triggers';
import type {
  BoundaryEvent,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  StartEvent,
} from '../types';

export function startEvent(reader: ElementReader, context: Context): StartEvent | undefined {
  reader.attribute('isInterrupting'); // means something in event sub-processes only
  for (const form of ['camunda:formKey', 'camunda:formRef', 'flowable:formKey']) reader.attribute(form); // clients have their own
  const trigger = readTrigger(reader, [], context);
  return trigger === 'none' ? defined({ kind: 'startEvent', ...nodeBase(reader, context) }) : undefined;
}

export function endEvent(reader: ElementReader, context: Context): EndEvent | undefined {
  const trigger = readTrigger(reader, ['error', 'terminate'], context);
  return (
    trigger &&
    defined({
      kind: 'endEvent',
      ...nodeBase(reader, context),
      trigger: trigger === 'none' ? undefined : trigger,
    })
  );
}

export function intermediateThrowEvent(
  reader: ElementReader,
  context: Context,
): IntermediateThrowEvent | undefined {
  const trigger = readTrigger(reader, [], context);
  return trigger === 'none'
    ? defined({ kind: 'intermediateThrowEvent', ...nodeBase(reader, context) })
    : undefined;
}

export function intermediateCatchEvent(
  reader: ElementReader,
  context: Context,
): IntermediateCatchEvent | undefined {
  const trigger = readTrigger(reader, ['timer'], context);
  return trigger && trigger !== 'none'
    ? defined({ kind: 'intermediateCatchEvent', ...nodeBase(reader, context), trigger })
    : undefined;
}

export function boundaryEvent(reader: ElementReader, context: Context): BoundaryEvent | undefined {
  reader.attribute('attachedToRef');
  const activity = context.diagram.referred(reader.element, 'attachedToRef');
  const isBeside = activity !== undefined && isThrownImplicitly(reader.element, activity, context.diagram);
  const interrupting = readInterrupting(reader, isBeside, context);
  const trigger = readTrigger(reader, ['timer', 'error'], context);
  return activity && trigger && trigger !== 'none'
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
