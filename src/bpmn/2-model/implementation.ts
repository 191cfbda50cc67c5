import { type XmlElement, childOf } from '../1-parse/xml-element';
import { assigned } from './assigned';
import { calledDecision, undeclaredDecision } from './called-decision';
import { defined } from './defined';
import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import { connectorOf } from './mappings/camunda';
import { nameOf } from './node-base';
import type { CalledDecision } from './types';
import type { Expression } from './value-types';

/** `implementation` as editors fill it in without being asked: a kind of technology, by a word or by its address. */
const PLACEHOLDER = /^(##.*|web ?service|java|other|https?:\/\/.*)?$/i;
/** `${chargeCard}`, `#{ shop.chargeCard }` */
const BEAN = /^[$#]\{\s*([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)?)\s*\}$/;
/** `#{mail.send(execution)}`: a method that gets everything, and so is like a delegate. */
const DELEGATE_METHOD = /^[$#]\{\s*([A-Za-z_]\w*\.[A-Za-z_]\w*)\(\s*execution\s*\)\s*\}$/;
const CONSTANT = /^(true|false|null|empty|not)$/;
/** Camunda's and Flowable's names for it. */
const RESULT_VARIABLES = ['resultVariable', 'resultVariableName'];

/** Work for others, who take it by its topic. */
const EXTERNAL: ReadonlySet<string> = new Set(['external', 'external-worker']);
/** Tasks that the engines carry out themselves; here activities of these names get their fields. */
const BUILT_IN: ReadonlySet<string> = new Set(['mail', 'http', 'camel', 'mule']);

/** What a task does: call an activity, or evaluate an expression. */
export interface Implementation {
  readonly implementation?: string | Expression;
  readonly expression?: Expression;
  /** The decision that it calls, unless nobody knows it. */
  readonly decision?: CalledDecision;
  readonly resultVariable?: string;
  /** It gets nothing but its fields; others see the variables as well. */
  readonly sees?: 'fields';
}

/**
 * What a task does: what the dialect's extensions say, else BPMN's `implementation` or operation, else it calls an
 * activity named as the task is. An extension that this function does not ask for is reported as not supported.
 */
export function readImplementation(reader: ElementReader, context: Context): Implementation {
  const declared = reader.attribute('implementation')?.trim() ?? '';
  const ofDialect =
    fromZeebe(reader, context) ??
    calledDecision(reader) ??
    fromConnector(reader) ??
    fromEngine(reader, 'camunda', context) ??
    fromEngine(reader, 'flowable', context) ??
    fromJbpm(reader);
  if (ofDialect) {
    // what the engine does goes before the message or web service that BPMN could name
    reader.attribute('messageRef');
    reader.attribute('operationRef');
    return ofDialect;
  }
  const bean = matched(BEAN, declared) ?? matched(DELEGATE_METHOD, declared);
  const named = bean ?? (PLACEHOLDER.test(declared) ? undefined : declared);
  const implementation = named ?? operationOf(reader, context) ?? nameOf(reader.element);
  const decision =
    implementation === undefined ? undefined : undeclaredDecision(reader.element, implementation);
  return defined({ implementation, decision });
}

/** The name of the web service's operation that a task calls. */
function operationOf(reader: ElementReader, { diagram }: Context): string | undefined {
  if (reader.element.type !== 'bpmn:ServiceTask') return undefined;
  reader.attribute('operationRef');
  const operation = diagram.referred(reader.element, 'operationRef');
  return operation && nameOf(operation);
}

/** Whether an engine's extension says what a task calls, so that the standard's own means are not needed. */
export function hasEngineImplementation(task: XmlElement): boolean {
  const extensions = childOf(task, 'bpmn:extensionElements');
  return (
    ['zeebe:taskDefinition', 'zeebe:calledDecision', 'camunda:connector'].some(
      (name) => extensions && childOf(extensions, name),
    ) ||
    ['camunda', 'flowable'].some((prefix) =>
      ['type', 'class', 'delegateExpression', 'expression', 'decisionRef'].some((name) =>
        task.attributes.has(`${prefix}:${name}`),
      ),
    )
  );
}

/** Whether anything says what a task calls, other than its name. */
export function hasImplementation(task: XmlElement): boolean {
  return (
    hasEngineImplementation(task) || !PLACEHOLDER.test(task.attributes.get('implementation')?.trim() ?? '')
  );
}

function fromZeebe(reader: ElementReader, context: Context): Implementation | undefined {
  const definition = reader.extension('zeebe:taskDefinition');
  const implementation = definition && readJobType(definition, context);
  return implementation === undefined ? undefined : { implementation };
}

/** Zeebe's attribute `type`: a name, or FEEL that gives one. */
export function readJobType(reader: ElementReader, context: Context): string | Expression | undefined {
  const type = extensionAttribute(reader, 'type', context);
  if (type?.language !== 'feel') return type?.text;
  return /^"([^"\\]+)"$/.exec(type.text)?.[1] ?? type;
}

/** Named by the connector's id, as `http-connector`. */
function fromConnector(reader: ElementReader): Implementation | undefined {
  const id = connectorOf(reader)?.child('camunda:connectorId')?.element.text;
  return id ? { implementation: id } : undefined;
}

function fromEngine(reader: ElementReader, engine: string, context: Context): Implementation | undefined {
  const { attributes } = reader.element;
  // asked for, though they are not there, so that a misspelt one gets the right name as a suggestion
  for (const name of ['type', 'topic', 'class', 'delegateExpression'])
    if (!attributes.has(`${engine}:${name}`)) reader.attribute(`${engine}:${name}`);
  const type = attributes.get(`${engine}:type`) ?? '';
  if (EXTERNAL.has(type) || BUILT_IN.has(type)) reader.attribute(`${engine}:type`);
  if (BUILT_IN.has(type)) return { implementation: type, sees: 'fields' };
  for (const name of [`${engine}:topic`, `${engine}:class`]) {
    const value = attributes.get(name)?.trim();
    if (!value || value.includes('{')) continue;
    reader.attribute(name);
    return { implementation: value };
  }
  const delegate = matched(BEAN, attributes.get(`${engine}:delegateExpression`) ?? '');
  if (delegate !== undefined) {
    reader.attribute(`${engine}:delegateExpression`);
    return { implementation: delegate };
  }
  const expression = extensionAttribute(reader, `${engine}:expression`, context);
  if (!expression) return undefined;
  const resultVariable = RESULT_VARIABLES.map((name) => reader.attribute(`${engine}:${name}`)).find(Boolean);
  const method = matched(DELEGATE_METHOD, expression.text);
  if (method !== undefined) return defined({ implementation: method, resultVariable });
  return resultVariable === undefined ? assigned(expression) : { expression, resultVariable };
}

/** jBPM's work items go by the name of their handler, its rules by that of their group. */
function fromJbpm(reader: ElementReader): Implementation | undefined {
  const [implementation] = ['drools:taskName', 'drools:ruleFlowGroup'].flatMap(
    (name) => reader.attribute(name)?.trim() || [],
  );
  return implementation === undefined ? undefined : { implementation };
}

/** The name of the bean, or of its method, that an expression consists of: `${chargeCard}`. */
export function beanOf(expression: string): string | undefined {
  return matched(BEAN, expression);
}

function matched(pattern: RegExp, expression: string): string | undefined {
  const name = pattern.exec(expression.trim())?.[1];
  return name === undefined || CONSTANT.test(name) ? undefined : name;
}
