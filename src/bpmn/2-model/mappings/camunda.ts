import { isDecisionField } from '../called-decision';
import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute, extensionText } from '../expressions';
import { readScriptText } from '../script-text';
import type { InputReader, Mapping, Mappings } from '../types';
import type { Value } from '../value-types';
import { complete } from './complete';
import { linkedResources, taskHeaders } from './task-headers';

/**
 * `camunda:inputOutput`, in document order. A connector has its own inside of the task's: what goes in comes to it last,
 * what comes out leaves it first.
 */
export function camundaMappings(reader: ElementReader, context: Context): Mappings {
  const ofTask = reader.extension('camunda:inputOutput');
  const ofConnector = connectorOf(reader)?.child('camunda:inputOutput');
  const read = (from: ElementReader | undefined, name: string) =>
    (from?.children(name) ?? []).flatMap((parameter): Mapping[] => {
      const target = parameter.attribute('name');
      return complete(parameter, target, readValue(parameter, context), 'value', context);
    });
  const outputs = [ofConnector, ofTask].flatMap((from) => read(from, 'camunda:outputParameter'));
  const inputs = [ofTask, ofConnector].flatMap((from) => read(from, 'camunda:inputParameter'));
  return {
    inputs,
    outputs,
    resultGoesOut: outputs.length > 0 && !ofConnector,
    ...(inputs.length + outputs.length > 0 && { seenBy: seenBy(ofConnector !== undefined) }),
  };
}

/** Camunda 7 subscribes to messages and signals before there are inputs, and a connector's own are seen by nothing else. */
function seenBy(isConnector: boolean): readonly InputReader[] {
  return isConnector ? ['timer', 'conditional'] : ['timer', 'conditional', 'listener'];
}

/** `camunda:connector`, which tasks have that call something. */
export function connectorOf(reader: ElementReader): ElementReader | undefined {
  const { name } = reader.element;
  return CALLING.has(name) ? reader.extension('camunda:connector') : undefined;
}

const CALLING: ReadonlySet<string> = new Set(['bpmn:serviceTask', 'bpmn:sendTask', 'bpmn:businessRuleTask']);

/** A list, a map, a script, or text; none at all is null. What else is in it is left unread, and so reported. */
function readValue(reader: ElementReader, context: Context): Value {
  const { element } = reader;
  const inner = innerValue(reader, context);
  if (inner) return inner;
  if (element.text !== '' || element.children.length > 0) return extensionText(reader, context);
  return Object.freeze({ ...extensionText(reader, context), language: 'feel', text: 'null' });
}

function innerValue(reader: ElementReader, context: Context): Value | undefined {
  const [inner] = reader.children('camunda:list', 'camunda:map', 'camunda:script');
  return inner && itemOf(inner, context);
}

/** Lists hold `camunda:value`, `camunda:script`, and lists and maps. */
function itemsOf(list: ElementReader, context: Context): readonly Value[] {
  const items = list.children('camunda:value', 'camunda:script', 'camunda:list', 'camunda:map');
  return Object.freeze(
    items.flatMap((item): Value[] => {
      const value = itemOf(item, context);
      return value ? [value] : [];
    }),
  );
}

function itemOf(item: ElementReader, context: Context): Value | undefined {
  switch (item.element.name) {
    case 'camunda:list':
      return Object.freeze({ language: 'list', items: itemsOf(item, context) });
    case 'camunda:map':
      return Object.freeze({ language: 'map', entries: entriesOf(item, context) });
    case 'camunda:script':
      return scriptValue(item, context);
    default:
      item.attribute('id');
      return extensionText(item, context);
  }
}

function entriesOf(map: ElementReader, context: Context) {
  return Object.freeze(
    map.children('camunda:entry').map((entry) => {
      const key = entry.attribute('key') ?? '';
      return Object.freeze({ key, value: readValue(entry, context) });
    }),
  );
}

function scriptValue(reader: ElementReader, context: Context): Value | undefined {
  const script = readScriptText(reader, reader.attribute('scriptFormat'), context);
  return script && Object.freeze({ language: 'script', script });
}

/**
 * Values that an engine puts into the object it calls (`camunda:field`, `flowable:field`), by `stringValue`, `expression`
 * or an inner element.
 */
export function readFields(reader: ElementReader, context: Context): readonly Mapping[] {
  return [
    ...ENGINES.flatMap((engine) => fieldsOf(reader.extensions(`${engine}:field`), engine, context)).filter(
      ({ target }) => !isDecisionField(reader.element, target),
    ),
    ...taskHeaders(reader, context),
    ...linkedResources(reader, context),
  ];
}

/** The same of a listener, which has its fields in itself. */
export function readListenerFields(listener: ElementReader, context: Context): readonly Mapping[] {
  return ENGINES.flatMap((engine) => fieldsOf(listener.children(`${engine}:field`), engine, context));
}

const ENGINES = ['camunda', 'flowable'];

function fieldsOf(fields: readonly ElementReader[], engine: string, context: Context): Mapping[] {
  return fields.flatMap((field) => {
    const [inner] = field.children(`${engine}:string`, `${engine}:expression`);
    const value =
      (inner && extensionText(inner, context)) ??
      extensionAttribute(field, 'stringValue', context) ??
      extensionAttribute(field, 'expression', context);
    return complete(field, field.attribute('name'), value, 'value', context);
  });
}
