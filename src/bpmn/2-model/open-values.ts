import { identifier } from '../../shared/identifier';
import type { XmlElement } from '../1-parse/xml-element';
import type { Context } from './element-reader';
import { nameOf } from './node-base';
import type { Expression } from './value-types';

/**
 * What a diagram leaves open though a run has to know it: a variable has it, which is named after the element. Who
 * compiles is told so, and a schema that lacks the variable does not pass the type check.
 */
export function openValue(what: 'time' | 'number', owner: XmlElement, { diagram }: Context): Expression {
  const { position } = diagram.document.place.of(owner);
  return Object.freeze({ language: 'javascript', text: openVariable(what, owner), position });
}

/** `24 Hours` → `timeOf24Hours` */
export function openVariable(what: 'time' | 'number', owner: XmlElement): string {
  return identifier(`${what} of ${nameOf(owner) ?? owner.attributes.get('id') ?? ''}`);
}
