import { childOf, childrenOf, descendants, type XmlElement } from '../../1-parse/xml-element';
import { didYouMean } from '../../../shared/did-you-mean';
import { aKindOf } from '../../diagnostics/label';
import { describe, itemOf, type Reader } from './reader';
import { inOrder } from './in-order';
import type { Item } from './types';

/** What an element of the requirements graph needs. */
export interface Requirements {
  readonly decisions: readonly XmlElement[];
  readonly inputs: readonly Item[];
  readonly knowledge: readonly XmlElement[];
}

const EXPECTED: Readonly<Record<string, string>> = {
  'dmn:requiredDecision': 'dmn:Decision',
  'dmn:outputDecision': 'dmn:Decision',
  'dmn:encapsulatedDecision': 'dmn:Decision',
  'dmn:inputDecision': 'dmn:Decision',
  'dmn:requiredInput': 'dmn:InputData',
  'dmn:requiredKnowledge': 'dmn:BusinessKnowledgeModel',
};

export function requirementsOf(element: XmlElement, reader: Reader): Requirements {
  const referred = (requirement: string, name: string) =>
    childrenOf(element, requirement)
      .flatMap((one) => childOf(one, name) ?? [])
      .flatMap((reference) => target(reference, reader) ?? []);
  return {
    decisions: referred('dmn:informationRequirement', 'dmn:requiredDecision'),
    inputs: referred('dmn:informationRequirement', 'dmn:requiredInput').map(inputItem),
    knowledge: referred('dmn:knowledgeRequirement', 'dmn:requiredKnowledge'),
  };
}

/** What an element refers to by children of a name. */
export function referredBy(element: XmlElement, name: string, reader: Reader): readonly XmlElement[] {
  return childrenOf(element, name).flatMap((reference) => target(reference, reader) ?? []);
}

/** What input data is called in expressions: as its variable, else as it is itself. */
function inputItem(element: XmlElement): Item {
  const name = element.attributes.get('name')?.trim() ?? '';
  const variable = childOf(element, 'dmn:variable');
  return variable ? itemOf(variable, name) : { name };
}

/** Reports references of the whole file that lead nowhere; what only documents is not needed to run. */
export function checkReferences(reader: Reader): void {
  for (const element of descendants(reader.document.root)) {
    const isOfService = element.name === 'dmn:inputData' && element.attributes.has('href');
    const expected = isOfService ? 'dmn:InputData' : EXPECTED[element.name];
    if (expected !== undefined) checkReference(element, expected, reader);
  }
}

function checkReference(reference: XmlElement, expected: string, reader: Reader): void {
  const { ids, place } = reader.document;
  const href = reference.attributes.get('href')?.trim() ?? '';
  const where = place.attribute(reference, 'href');
  const parameters = { attribute: 'href', element: reference.originalName, id: href.replace(/^#/, '') };
  if (!href.startsWith('#') && href.includes('#')) {
    reader.report('dmn-not-supported', reference, { what: `A reference to another file ("${href}")` });
    return;
  }
  const found = ids.get(parameters.id);
  if (!found) {
    const fitting = [...ids].filter(([, { type }]) => type === expected).map(([id]) => id);
    reader.reporter.report('reference-unresolved', where, parameters, {
      hint: () => didYouMean(parameters.id, fitting),
    });
  } else if (found.type === 'dmn:DecisionService' && expected === EXPECTED['dmn:requiredKnowledge']) {
    const what = `The call of a decision service by a decision (${describe(found)})`;
    reader.report('dmn-not-supported', reference, { what }, { hint: () => 'Require its decisions instead.' });
  } else if (found.type !== expected) {
    const actual = aKindOf(found.type ?? found.name);
    reader.reporter.report('reference-wrong-type', where, {
      ...parameters,
      expected: aKindOf(expected),
      actual,
    });
  }
}

function target(reference: XmlElement, { document }: Reader): XmlElement | undefined {
  const found = document.ids.get(reference.attributes.get('href')?.trim().replace(/^#/, '') ?? '');
  return found?.type === EXPECTED[reference.name] ? found : undefined;
}

/** Elements each after those that it needs; that they need each other is reported. */
export function sorted(
  elements: readonly XmlElement[],
  needs: (element: XmlElement) => readonly XmlElement[],
  reader: Reader,
): readonly XmlElement[] {
  return inOrder(elements, needs, (circle) => {
    const [first] = circle;
    if (!first) return;
    const names = [...circle, first].map(
      (one) => one.attributes.get('name') ?? one.attributes.get('id') ?? '',
    );
    reader.report('decision-cycle', first, { element: describe(first), path: names.join(' → ') });
  });
}
