import { type XmlElement, childOf } from '../1-parse/xml-element';
import type { ElementReader } from './element-reader';
import { nameOf } from './node-base';

/** `implementation` as editors fill it in without being asked. */
const PLACEHOLDER = /^(##.*|web ?service)?$/i;
/** `${chargeCard}`, `${orderService.total()}`, `#{mail.send(execution)}`: one bean, at most one method, no values. */
const BEAN = /^[$#]\{\s*([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)?)\s*(?:\(\s*(?:execution)?\s*\))?\s*\}$/;
const CONSTANT = /^(true|false|null|empty|not)$/;

/**
 * Name of the activity that a task calls: what the dialect's extensions say, else BPMN's `implementation`, else the
 * task's name. An extension that this function does not ask for is reported as not supported.
 */
export function readImplementation(reader: ElementReader): string | undefined {
  const declared = reader.attribute('implementation')?.trim() ?? '';
  const ofDialect =
    fromZeebe(reader) ??
    fromExtensionAttributes(reader, 'camunda') ??
    fromExtensionAttributes(reader, 'flowable');
  if (ofDialect !== undefined) {
    // what the engine does goes before the message or web service that BPMN could name
    reader.attribute('messageRef');
    reader.attribute('operationRef');
    return ofDialect;
  }
  return (
    (PLACEHOLDER.test(declared) ? undefined : (beanName(declared) ?? declared)) ?? nameOf(reader.element)
  );
}

/** Whether an engine's extension says what a task calls, so that the standard's own means are not needed. */
export function hasEngineImplementation(task: XmlElement): boolean {
  const extensions = childOf(task, 'bpmn:extensionElements');
  return (
    (extensions !== undefined && childOf(extensions, 'zeebe:taskDefinition') !== undefined) ||
    ['camunda', 'flowable'].some((prefix) =>
      ['type', 'class', 'delegateExpression', 'expression'].some((name) =>
        task.attributes.has(`${prefix}:${name}`),
      ),
    )
  );
}

function fromZeebe(reader: ElementReader): string | undefined {
  const definition = reader.extension('zeebe:taskDefinition');
  const type = definition?.element.attributes.get('type')?.trim();
  if (!type || type.startsWith('=')) return undefined; // an expression is left unread, and so reported
  definition?.attribute('type');
  return type;
}

function fromExtensionAttributes(reader: ElementReader, prefix: string): string | undefined {
  const { attributes } = reader.element;
  if (attributes.get(`${prefix}:type`) === 'external') reader.attribute(`${prefix}:type`);
  for (const name of [`${prefix}:topic`, `${prefix}:class`]) {
    const value = attributes.get(name)?.trim();
    if (value && !value.includes('{')) return reader.attribute(name)?.trim();
  }
  for (const name of [`${prefix}:delegateExpression`, `${prefix}:expression`]) {
    const bean = beanName(attributes.get(name) ?? '');
    if (bean === undefined) continue;
    reader.attribute(name);
    return bean;
  }
  return undefined;
}

function beanName(expression: string): string | undefined {
  const name = BEAN.exec(expression.trim())?.[1];
  return name === undefined || CONSTANT.test(name) ? undefined : name;
}
