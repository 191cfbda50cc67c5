import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** A number, as it is or as an expression. */
const NUMBER = /^(?:=?\s*|[$#]\{\s*)([+-]?\s*\d+(?:\.\d+)?)\s*\}?$/;

/** Nothing is done less often than not at all, or half a time. */
export const loops: Rule = ({ all, document }, reporter) => {
  for (const loop of all('bpmn:StandardLoopCharacteristics')) {
    const value = loop.attributes.get('loopMaximum');
    if (value === undefined || !(Number(value) < 0)) continue; // what is no whole number is reported in phase 1
    const where = document.place.attribute(loop, 'loopMaximum');
    const parameters = { element: describe(loop.parent ?? loop), what: 'loopMaximum', value };
    reporter.report('loop-count', where, parameters);
  }
  for (const loop of all('bpmn:MultiInstanceLoopCharacteristics')) {
    const cardinality = childOf(loop, 'bpmn:loopCardinality');
    const number = NUMBER.exec(cardinality?.text ?? '')?.[1]?.replaceAll(' ', '');
    if (!cardinality || number === undefined || isCount(Number(number))) continue;
    const parameters = {
      element: describe(loop.parent ?? loop),
      what: 'loopCardinality',
      value: cardinality.text,
    };
    reporter.report('loop-count', document.place.text(cardinality), parameters);
  }
};

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
