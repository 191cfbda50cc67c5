import { didYouMean } from '../../shared/did-you-mean';
import type { Reporter } from '../diagnostics/reporter';
import type { Metamodel } from './metamodel';
import { isLayoutName, prefixOf } from './namespaces';
import type { Place } from './place';
import type { XmlElement } from './xml-element';

const SIMPLE: Readonly<Record<string, { readonly pattern: RegExp; readonly expected: string }>> = {
  Boolean: { pattern: /^\s*(true|false|0|1)\s*$/, expected: '"true" or "false"' },
  Integer: { pattern: /^\s*[+-]?\d+\s*$/, expected: 'a whole number' },
  Real: { pattern: /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/, expected: 'a number' },
};

/** Reports attributes that the metamodel does not know, and values that do not fit their type. */
export function checkAttributes(
  element: XmlElement,
  type: string,
  metamodel: Metamodel,
  place: Place,
  reporter: Reporter,
): void {
  for (const [attribute, value] of element.attributes) {
    const property = metamodel.attribute(type, attribute);
    if (property) {
      const expected = expectation(property.type, value, metamodel);
      if (expected !== undefined) reportValue(element, attribute, value, expected, place, reporter);
    } else if (prefixOf(attribute) === '') {
      reportUnknown(element, attribute, type, metamodel, place, reporter);
    }
  }
}

/** What the value should have been, if it does not fit. */
function expectation(type: string, value: string, metamodel: Metamodel): string | undefined {
  const simple = SIMPLE[type];
  if (simple) return simple.pattern.test(value) ? undefined : simple.expected;
  const values = metamodel.enumeration(type);
  return !values || values.includes(value.trim())
    ? undefined
    : values.map((name) => `"${name}"`).join(' or ');
}

function reportValue(
  element: XmlElement,
  attribute: string,
  value: string,
  expected: string,
  place: Place,
  reporter: Reporter,
): void {
  const where = place.attribute(element, attribute);
  if (isLayoutName(element.name)) {
    reporter.report('layout-problem', where, { problem: `"${value}" is no value for "${attribute}"` });
  } else {
    reporter.report('attribute-invalid', where, {
      attribute,
      value,
      element: element.originalName,
      expected,
    });
  }
}

function reportUnknown(
  element: XmlElement,
  attribute: string,
  type: string,
  metamodel: Metamodel,
  place: Place,
  reporter: Reporter,
): void {
  const where = place.attribute(element, attribute);
  if (isLayoutName(element.name)) {
    reporter.report('layout-problem', where, { problem: `unknown attribute "${attribute}"` });
  } else {
    const hint = () => didYouMean(attribute, metamodel.attributeNames(type));
    const parameters = { standard: metamodel.standard.name, attribute, element: element.originalName };
    reporter.report('attribute-unknown', where, parameters, { hint });
  }
}
