import { didYouMean } from '../diagnostics/did-you-mean';
import { label } from '../diagnostics/label';
import type { Reporter, Where } from '../diagnostics/reporter';
import type { Metamodel, Property } from './metamodel';
import { isLayoutName, localName } from './namespaces';
import type { Place } from './place';
import { resolve } from './resolve';
import { type XmlDocument, type XmlElement, descendants } from './xml-element';

/** Comparing a name with all ids takes a while, so only the first misses get a suggestion. */
const MAX_SUGGESTIONS = 20;

/** Reports references that lead nowhere, or to an element of the wrong type. */
export function checkReferences(
  document: XmlDocument,
  metamodel: Metamodel,
  place: Place,
  reporter: Reporter,
): void {
  let suggestions = 0;

  const check = (element: XmlElement, property: Property, value: string, where: Where) => {
    for (const reference of property.isMany ? value.split(/\s+/) : [value.trim()]) {
      if (reference === '') continue;
      const target = resolve(document, element, reference);
      if (target === 'elsewhere') continue;
      if (!target) reportUnresolved(element, property, reference, where);
      else if (isWrong(target, property)) reportWrong(element, property, reference, target, where);
    }
  };

  const reportUnresolved = (element: XmlElement, property: Property, id: string, where: Where) => {
    if (isLayoutName(element.name)) {
      reporter.report('layout-problem', where, { problem: `"${id}" does not exist` });
      return;
    }
    suggestions += 1;
    const candidates = [...document.ids].filter(([, target]) =>
      metamodel.isA(target.type ?? '', property.type),
    );
    const hint =
      suggestions > MAX_SUGGESTIONS
        ? undefined
        : didYouMean(
            id,
            candidates.map(([candidate]) => candidate),
          );
    const parameters = { attribute: localName(property.name), element: ownerName(element, property), id };
    reporter.report('reference-unresolved', where, parameters, { hint });
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
      expected: label(property.type, undefined, undefined),
      actual: label(target.type ?? target.name, undefined, undefined),
    });
  };

  for (const element of descendants(document.root)) {
    if (element.type === undefined) {
      if (element.property?.isReference) check(element, element.property, element.text, place.text(element));
      continue;
    }
    for (const [name, value] of element.attributes) {
      const property = metamodel.attribute(element.type, name);
      if (property?.isReference) check(element, property, value, place.attribute(element, name));
    }
  }
}

/** The element that refers; for `<incoming>Flow_1</incoming>` the one around it. */
function ownerName(element: XmlElement, property: Property): string {
  const owner = element.property === property ? element.parent : element;
  return (owner ?? element).originalName;
}
