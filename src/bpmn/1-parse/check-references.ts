import { didYouMean } from '../../shared/did-you-mean';
import { aKindOf } from '../diagnostics/label';
import type { Reporter, Where } from '../diagnostics/reporter';
import type { Metamodel, Property } from './metamodel';
import { isLayoutName, localName, prefixOf } from './namespaces';
import type { Place } from './place';
import { resolve } from './resolve';
import { type XmlDocument, type XmlElement, descendants, namespaceOf } from './xml-element';

/** Comparing a name with all ids takes a while, so only the first misses get a suggestion. */
const MAX_SUGGESTIONS = 20;

const SCHEMA = 'http://www.w3.org/2001/XMLSchema';

/** References to these, or in these, describe data and interfaces; what a process does never depends on them. */
const DESCRIPTIVE: ReadonlySet<string> = new Set([
  'bpmn:ItemDefinition',
  'bpmn:Interface',
  'bpmn:Operation',
  'bpmn:Import',
  'bpmn:CategoryValue',
  'bpmn:Collaboration',
  'bpmn:PartnerEntity',
  'bpmn:PartnerRole',
]);

/** Reports references that lead nowhere, or to an element of the wrong type. */
export function checkReferences(
  document: XmlDocument,
  metamodel: Metamodel,
  place: Place,
  reporter: Reporter,
): void {
  let suggestions = 0;

  const check = (element: XmlElement, property: Property, value: string, where: () => Where) => {
    for (const reference of property.isMany ? value.split(/\s+/) : [value.trim()]) {
      if (reference === '') continue;
      const target = resolve(document, element, reference);
      if (!target) reportUnresolved(element, property, reference, where());
      else if (isWrong(target, property)) reportWrong(element, property, reference, target, where());
    }
  };

  const reportUnresolved = (element: XmlElement, property: Property, id: string, where: Where) => {
    if (isLayoutName(element.name)) {
      reporter.report('layout-problem', where, { problem: `"${id}" does not exist` });
      return;
    }
    const parameters = { attribute: localName(property.name), element: ownerName(element, property), id };
    const owner = element.property === property ? element.parent : element;
    if (DESCRIPTIVE.has(property.type) || owner?.type === 'bpmn:Operation') {
      if (!isSchemaType(element, id)) reporter.report('reference-without-effect', where, parameters);
      return;
    }
    const hint = () => suggestion(id, property) ?? hintFor(property, id);
    reporter.report('reference-unresolved', where, parameters, { hint });
  };

  const suggestion = (id: string, property: Property) => {
    suggestions += 1;
    if (suggestions > MAX_SUGGESTIONS) return undefined;
    const fitting = [...document.ids].filter(([, target]) => metamodel.isA(target.type ?? '', property.type));
    return didYouMean(
      id,
      fitting.map(([candidate]) => candidate),
    );
  };

  const isWrong = (target: XmlElement, property: Property) =>
    property.type !== 'Element' && !metamodel.isA(target.type ?? '', property.type);

  const reportWrong = (
    element: XmlElement,
    property: Property,
    id: string,
    target: XmlElement,
    where: Where,
  ) => {
    if (isLayoutName(element.name)) return;
    reporter.report('reference-wrong-type', where, {
      attribute: localName(property.name),
      element: ownerName(element, property),
      id,
      expected: aKindOf(property.type),
      actual: aKindOf(target.type ?? target.name),
    });
  };

  for (const element of descendants(document.root)) {
    if (element.type === undefined) {
      if (element.property?.isReference) {
        check(element, element.property, element.text, () => place.text(element));
      }
      continue;
    }
    for (const [name, value] of element.attributes) {
      const property = metamodel.attribute(element.type, name);
      if (property?.isReference) check(element, property, value, () => place.attribute(element, name));
    }
  }
}

/** Flowable and Camunda 7 take a reference to no error for the code of one. */
function hintFor(property: Property, id: string): string | undefined {
  if (property.type !== 'bpmn:Error') return undefined;
  return `If it is the code of an error, declare that: <error id="${id}" errorCode="${id}" />.`;
}

/** `xsd:string`: a type that every file may refer to. */
function isSchemaType(element: XmlElement, reference: string): boolean {
  return prefixOf(reference) !== '' && namespaceOf(element, prefixOf(reference)) === SCHEMA;
}

/** The element that refers; for `<incoming>Flow_1</incoming>` the one around it. */
function ownerName(element: XmlElement, property: Property): string {
  const owner = element.property === property ? element.parent : element;
  return (owner ?? element).originalName;
}
