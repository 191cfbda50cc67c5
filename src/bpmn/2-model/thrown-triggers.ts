import type { XmlElement } from '../1-parse/xml-element';
import { defined } from './defined';
import { describe, isTrue } from './diagram';
import { type Context, type ElementReader, createElementReader } from './element-reader';
import { extensionAttribute, nameExpression } from './expressions';
import type { CompensateTrigger, ErrorTrigger, EscalationTrigger } from './trigger-types';
import type { Expression } from './value-types';

/*
 * What is thrown and caught within a process: errors, escalations, compensation. Which event a definition belongs to is
 * given besides, for definitions may stand elsewhere and be referred to.
 */

/** Catching without a reference, or with an error that has no code, means any error; throwing needs a code. */
export function readError(
  reader: ElementReader,
  event: XmlElement,
  context: Context,
): ErrorTrigger | undefined {
  const throws = isThrowing(event);
  const { code, codeGiven, message } = readThrown(reader, 'error', throws, context);
  if (throws && code === undefined && !codeGiven) {
    const where = context.diagram.document.place.of(reader.element);
    context.reporter.report('error-code-missing', where, { element: describe(event) });
    return undefined;
  }
  if (throws) return defined({ kind: 'error' as const, code, codeGiven, message });
  return defined({
    kind: 'error' as const,
    code,
    javaClass: isJavaClass(code, context) ? (true as const) : undefined,
    codeVariable: variable(reader, 'errorCodeVariable'),
    messageVariable: variable(reader, 'errorMessageVariable'),
  });
}

/** A qualified class name: `java.lang.Throwable`, `com.acme.PaymentException`. */
function isJavaClass(code: string | undefined, { diagram }: Context): boolean {
  return diagram.dialect === 'camunda7' && code !== undefined && /^([a-z_]\w*\.)+[A-Z]\w*$/.test(code);
}

/** Catching without a reference, or with an escalation that has no code, means any. */
export function readEscalation(
  reader: ElementReader,
  event: XmlElement,
  context: Context,
): EscalationTrigger {
  const throws = isThrowing(event);
  const { code, codeGiven } = readThrown(reader, 'escalation', throws, context);
  return defined({
    kind: 'escalation' as const,
    code,
    codeGiven,
    codeVariable: !throws ? variable(reader, 'escalationCodeVariable') : undefined,
  });
}

function isThrowing({ type }: XmlElement): boolean {
  return type === 'bpmn:EndEvent' || type === 'bpmn:IntermediateThrowEvent';
}

/** Without a reference everything in the scope is undone. */
export function readCompensate(
  reader: ElementReader,
  _event: XmlElement,
  { diagram }: Context,
): CompensateTrigger {
  reader.attribute('activityRef');
  const waits = reader.attribute('waitForCompletion');
  return defined({
    kind: 'compensate' as const,
    activity: diagram.referred(reader.element, 'activityRef')?.attributes.get('id'),
    waitForCompletion: waits === undefined || isTrue(waits),
  });
}

function variable(reader: ElementReader, name: string): string | undefined {
  const names = [`camunda:${name}`, `flowable:${name}`].map((attribute) => reader.attribute(attribute));
  return names.map((text) => text?.trim()).find((text) => text !== undefined && text !== '');
}

/** What an error or escalation says that is thrown or caught: its code and, of errors of Camunda 7, its message. */
function readThrown(
  definition: ElementReader,
  what: 'error' | 'escalation',
  throws: boolean,
  context: Context,
): { readonly code?: string; readonly codeGiven?: Expression; readonly message?: Expression } {
  definition.attribute(`${what}Ref`);
  const element = context.diagram.referred(definition.element, `${what}Ref`);
  if (!element) return {};
  const reader = createElementReader(element, context);
  reader.attribute('structureRef'); // the type of what is thrown along
  const given = nameExpression(reader, context, `${what}Code`);
  const isEvaluated = throws && context.diagram.dialect === 'camunda8' && given?.language === 'feel';
  const code = isEvaluated ? undefined : reader.attribute(`${what}Code`)?.trim() || undefined;
  const message = what === 'error' ? extensionAttribute(reader, 'camunda:errorMessage', context) : undefined;
  reader.finish();
  return defined({ code, codeGiven: isEvaluated ? given : undefined, message });
}
