import { childOf, childrenOf, descendants, idOf, type XmlElement } from '../1-parse/xml-element';
import { parametersIn, type Parameter } from './ad-hoc-parameters';
import type { Context } from './element-reader';
import { literal } from './expressions';
import { documentationOf, nameOf } from './node-base';
import type { Value } from './value-types';

/**
 * What a worker that decides for an ad-hoc sub-process can choose from, as Camunda 8 describes it: each activity that
 * nothing leads to, with its name, documentation, properties, and the parameters that its mappings want (`fromAi`).
 */
export function elementsIn(adHoc: XmlElement, context: Context): Value {
  const { diagram } = context;
  const elements = adHoc.children.filter(
    (one) =>
      diagram.document.isA(one.type, 'bpmn:FlowNode') &&
      one.type !== 'bpmn:BoundaryEvent' &&
      one.attributes.get('triggeredByEvent') !== 'true' &&
      diagram.incoming(one).length === 0,
  );
  return list(elements.map((element) => describe(element, context)));
}

function describe(element: XmlElement, { diagram }: Context): Value {
  const { position } = diagram.document.place.of(element);
  const text = (value: string) => literal(value, position);
  const name = nameOf(element);
  const documentation = documentationOf(element);
  const properties = propertiesOf(element).map(([key, value]) => ({ key, value: text(value) }));
  const parameters = sourcesOf(element).flatMap((source) => parametersIn(source, position));
  return map([
    { key: 'elementId', value: text(idOf(element) ?? '') },
    ...(name === undefined ? [] : [{ key: 'elementName', value: text(name) }]),
    ...(documentation === undefined ? [] : [{ key: 'documentation', value: text(documentation) }]),
    ...(properties.length === 0 ? [] : [{ key: 'properties', value: map(properties) }]),
    ...(parameters.length === 0 ? [] : [{ key: 'parameters', value: list(parameters.map(parameter)) }]),
  ]);
}

function parameter(given: Parameter): Value {
  return map(Object.entries(given).map(([key, value]) => ({ key, value })));
}

function propertiesOf(element: XmlElement): readonly (readonly [string, string])[] {
  const extensions = childOf(element, 'bpmn:extensionElements');
  return (extensions ? childrenOf(extensions, 'zeebe:properties') : [])
    .flatMap((properties) => childrenOf(properties, 'zeebe:property'))
    .map(({ attributes }) => [attributes.get('name') ?? '', attributes.get('value') ?? '']);
}

/** The FEEL in its mappings. */
function sourcesOf(element: XmlElement): readonly string[] {
  const extensions = childOf(element, 'bpmn:extensionElements');
  const mappings = extensions ? childrenOf(extensions, 'zeebe:ioMapping') : [];
  return mappings
    .flatMap((mapping) => [...descendants(mapping)])
    .map(({ attributes }) => attributes.get('source')?.trim() ?? '')
    .filter((source) => source.startsWith('='));
}

function list(items: readonly Value[]): Value {
  return Object.freeze({ language: 'list', items: Object.freeze(items) });
}

function map(entries: readonly { readonly key: string; readonly value: Value }[]): Value {
  return Object.freeze({ language: 'map', entries: Object.freeze(entries) });
}
