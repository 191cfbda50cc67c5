import type { XmlElement } from '../1-parse/xml-element';
import { readCollected } from './collected';
import { declaredLanguage, readCondition } from './conditions';
import { variableName } from './data-names';
import { defined } from './defined';
import { describe, isTrue } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { bpmnExpression, extensionAttribute } from './expressions';
import { counted } from './loop-counter';
import { implicitThrows } from './implicit-throws';
import { openValue, openVariable } from './open-values';
import { propertyNamed } from './properties';
import type { MultiInstance } from './loop-types';
import type { Expression, Value } from './value-types';

type Collections = Pick<MultiInstance, 'collection' | 'item' | 'output'>;

/** An activity done several times, for a number or for each item of a collection; undefined if nothing says how often. */
export function readMultiInstance(
  reader: ElementReader,
  { element: activity }: ElementReader,
  context: Context,
): MultiInstance | undefined {
  const sequential = isTrue(reader.attribute('isSequential'));
  const cardinality = reader.child('bpmn:loopCardinality');
  const until = reader.child('bpmn:completionCondition');
  const collections = {
    ...bpmnCollections(reader, activity, context),
    ...engineCollections(reader, context),
    ...zeebeCollections(reader, context),
  };
  const count =
    cardinality && bpmnExpression(cardinality, unmarkedCount(cardinality.element, context), context);
  const isOpen = !count && !collections.collection;
  if (isOpen && (cardinality ?? reader.child('bpmn:loopDataInputRef'))) return undefined; // that is wrong in itself
  if (isOpen) reportOpen(reader.element, activity, context);
  return defined({
    kind: 'multiInstance' as const,
    sequential,
    concurrency: sequential ? undefined : readConcurrency(reader.element, activity, context),
    ...collections,
    cardinality: collections.collection ? undefined : (count ?? openValue('number', activity, context)),
    completionCondition: until && readCondition(until, context, activity),
    ...counted(context, reader.attribute('flowable:elementIndexVariable')),
    throws: implicitThrows(reader, activity, context),
  });
}

function reportOpen(loop: XmlElement, activity: XmlElement, { diagram, reporter }: Context): void {
  const parameters = { element: describe(activity), variable: openVariable('number', activity) };
  reporter.report('multi-instance-count', diagram.document.place.of(loop), parameters);
}

/** The property by which a diagram says how many instances there may be at a time; no dialect has a word for it. */
const CONCURRENCY = 'baton.concurrency';

function readConcurrency(loop: XmlElement, activity: XmlElement, context: Context): number | undefined {
  const property = propertyNamed(CONCURRENCY, [loop, activity]);
  if (!property) return undefined;
  const value = property.attributes.get('value') ?? '';
  if (/^\s*[1-9]\d*\s*$/.test(value)) return Number(value);
  const where = context.diagram.document.place.attribute(property, 'value');
  context.reporter.report('concurrency-invalid', where, { element: describe(activity), value });
  return undefined;
}

/** Engines want a mark on what is no number. */
function unmarkedCount({ text }: XmlElement, context: Context): Expression['language'] {
  return /^\s*\d+\s*$/.test(text) ? 'literal' : declaredLanguage(context);
}

/** `camunda:collection` is an expression or the name of a variable. */
function engineCollections(reader: ElementReader, context: Context): Collections {
  for (const engine of ['camunda', 'flowable']) {
    const given = extensionAttribute(reader, `${engine}:collection`, context);
    const item = reader.attribute(`${engine}:elementVariable`)?.trim() || undefined;
    if (!given) continue;
    const collection: Value =
      given.language === 'literal' ? Object.freeze({ language: 'variable', name: given.text }) : given;
    return defined({ collection, item });
  }
  return {};
}

function zeebeCollections(reader: ElementReader, context: Context): Collections {
  const zeebe = reader.extension('zeebe:loopCharacteristics');
  if (!zeebe) return {};
  const collection = extensionAttribute(zeebe, 'inputCollection', context);
  const item = zeebe.attribute('inputElement')?.trim() || undefined;
  return defined({ collection, item, output: readCollected(zeebe, context) });
}

/**
 * The standard's own: references to data, and the names of a single item. Where a data input of the activity is meant, the
 * collection is what is tied to it, for it is looked at before the activity begins.
 */
function bpmnCollections(reader: ElementReader, activity: XmlElement, context: Context): Collections {
  const { diagram } = context;
  const input = reader.child('bpmn:loopDataInputRef')?.element;
  const output = reader.child('bpmn:loopDataOutputRef')?.element;
  const item = itemName(reader, 'bpmn:inputDataItem', context);
  const result = itemName(reader, 'bpmn:outputDataItem', context);
  const named = (reference: XmlElement | undefined, name: string) => {
    const [data] = reference ? diagram.listed(reader.element, name) : [];
    return data && variableName(tiedTo(data, activity, context), diagram);
  };
  const from = named(input, 'bpmn:loopDataInputRef');
  const into = named(output, 'bpmn:loopDataOutputRef');
  return defined({
    collection: from === undefined ? undefined : Object.freeze({ language: 'variable' as const, name: from }),
    item,
    output:
      into === undefined || result === undefined
        ? undefined
        : { collection: into, element: Object.freeze({ language: 'variable' as const, name: result }) },
  });
}

function itemName(reader: ElementReader, name: string, { diagram }: Context): string | undefined {
  const item = reader.child(name);
  if (!item) return undefined;
  for (const attribute of ['itemSubjectRef', 'isCollection']) item.attribute(attribute);
  return variableName(item.element, diagram);
}

/** What a data association of the activity ties a data input or output to; else that itself. */
function tiedTo(data: XmlElement, activity: XmlElement, { diagram }: Context): XmlElement {
  const [own, other] =
    data.type === 'bpmn:DataInput'
      ? ['bpmn:targetRef', 'bpmn:sourceRef']
      : ['bpmn:sourceRef', 'bpmn:targetRef'];
  for (const association of activity.children) {
    if (!association.name.endsWith('Association') || !diagram.listed(association, own ?? '').includes(data))
      continue;
    return diagram.listed(association, other ?? '')[0] ?? data;
  }
  return data;
}
