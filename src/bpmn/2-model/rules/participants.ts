import type { XmlElement } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** There are at least no participants of a kind, at most one or more, and not more at least than at most. */
export const participants: Rule = ({ all, document }, reporter) => {
  for (const multiplicity of all('bpmn:ParticipantMultiplicity')) {
    const [minimum, maximum] = [numberIn(multiplicity, 'minimum'), numberIn(multiplicity, 'maximum')];
    const problem = problemOf(minimum ?? 0, maximum);
    if (problem === undefined) continue;
    const where = document.place.of(multiplicity);
    const parameters = { element: describe(multiplicity.parent ?? multiplicity), problem };
    reporter.report('participant-multiplicity', where, parameters);
  }
};

function problemOf(minimum: number, maximum: number | undefined): string | undefined {
  if (minimum < 0) return `a minimum of ${minimum}`;
  if (maximum === undefined || maximum >= Math.max(1, minimum)) return undefined;
  return maximum < 1 ? `a maximum of ${maximum}` : `a minimum of ${minimum} and a maximum of ${maximum}`;
}

function numberIn(element: XmlElement, attribute: string): number | undefined {
  const value = element.attributes.get(attribute);
  return value === undefined ? undefined : Number(value);
}
