import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

const NEGATIVE = /^=?\s*-\s*\d+$|^[$#]\{\s*-\s*\d+\s*\}$/;

/** Nothing is repeated less often than not at all. */
export const loops: Rule = ({ all, document }, reporter) => {
  for (const loop of all('bpmn:StandardLoopCharacteristics')) {
    const value = loop.attributes.get('loopMaximum');
    if (value === undefined || !(Number(value) < 0)) continue;
    const where = document.place.attribute(loop, 'loopMaximum');
    const parameters = { element: describe(loop.parent ?? loop), what: 'loopMaximum', value };
    reporter.report('loop-negative', where, parameters);
  }
  for (const loop of all('bpmn:MultiInstanceLoopCharacteristics')) {
    const cardinality = childOf(loop, 'bpmn:loopCardinality');
    if (!cardinality || !NEGATIVE.test(cardinality.text)) continue;
    const parameters = {
      element: describe(loop.parent ?? loop),
      what: 'loopCardinality',
      value: cardinality.text,
    };
    reporter.report('loop-negative', document.place.text(cardinality), parameters);
  }
};
