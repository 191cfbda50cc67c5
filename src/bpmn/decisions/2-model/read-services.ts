import { childrenOf, type XmlElement } from '../../1-parse/xml-element';
import { describe, type Reader } from './reader';
import { referredBy } from './requirements';
import type { Decision, Item, Requiring } from './types';

/**
 * Decision services as decisions: what they give are the results of their output decisions. Where a service takes the
 * results of other decisions from its caller, the decisions in between are there once more, with these as inputs.
 *
 * @param baseOf - id, name and the like; reports what is missing
 * @param decisions - each after those that it requires
 */
export function readServices(
  elements: readonly XmlElement[],
  decisions: readonly Decision[],
  baseOf: (element: XmlElement) => Requiring | undefined,
  reader: Reader,
): readonly Decision[] {
  return elements.flatMap((element) => {
    const base = baseOf(element);
    const byReference = (name: string) =>
      referredBy(element, name, reader).flatMap(
        ({ attributes }) => decisions.find(({ id }) => id === attributes.get('id')) ?? [],
      );
    const outputs = byReference('dmn:outputDecision');
    if (childrenOf(element, 'dmn:outputDecision').length === 0) {
      reader.report('decision-service', element, { element: describe(element) });
    }
    if (!base || outputs.length === 0) return [];
    const inner = withInputs(base.id, byReference('dmn:inputDecision'), decisions);
    const own = outputs.map(({ id }) => inner.get(id)?.id ?? id);
    const results = outputs.map(({ variable }) => variable.name);
    const service: Decision = {
      ...base,
      decisions: own,
      inputs: [],
      logic: { kind: 'results', names: results },
      service: outputs,
    };
    return [...inner.values(), service];
  });
}

/** The decisions that need the results of these, with the results as inputs; by the id of what they are made of. */
function withInputs(
  service: string,
  given: readonly Decision[],
  decisions: readonly Decision[],
): ReadonlyMap<string, Decision> {
  const items = new Map(given.map(({ id, variable }): readonly [string, Item] => [id, variable]));
  const inner = new Map<string, Decision>();
  for (const decision of decisions) {
    const needs = decision.decisions;
    if (items.has(decision.id) || !needs.some((id) => items.has(id) || inner.has(id))) continue;
    inner.set(decision.id, {
      ...decision,
      id: `${decision.id} in ${service}`,
      decisions: needs.filter((id) => !items.has(id)).map((id) => inner.get(id)?.id ?? id),
      inputs: [...decision.inputs, ...needs.flatMap((id) => items.get(id) ?? [])],
      isInner: true,
    });
  }
  return inner;
}
