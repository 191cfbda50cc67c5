import type { XmlElement } from '../1-parse/xml-element';
import { identifier } from '../../shared/identifier';
import type { Diagram } from './diagram';
import { nameOf, requiredId } from './node-base';

/** Where bpmn.io lets a data association end that has no data input to end at. */
const PLACEHOLDER = '__targetRef_placeholder';

/**
 * The variable that a data object, a reference to one, a property, or a data input or output stands for: its name if that
 * is one already, else the name in camel case. Undefined for what has no name, and for everything else.
 */
export function dataName(element: XmlElement, diagram: Diagram): string | undefined {
  const name = nameOf(objectOf(element, diagram)) ?? nameOf(element);
  if (name === undefined || name === PLACEHOLDER) return undefined;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : identifier(name) || undefined;
}

/** As {@link dataName}; what has no name goes by its id. */
export function variableName(element: XmlElement, diagram: Diagram): string {
  return dataName(element, diagram) ?? requiredId(objectOf(element, diagram));
}

/** Whether data objects and associations mean something: the engines of Camunda and Flowable take them for drawings. */
export function hasDataFlow({ dialect }: Diagram): boolean {
  return dialect === 'bpmn' || dialect === 'signavio';
}

/** The data object that a reference refers to. */
export function objectOf(element: XmlElement, diagram: Diagram): XmlElement {
  if (element.type !== 'bpmn:DataObjectReference') return element;
  return diagram.referred(element, 'dataObjectRef') ?? element;
}
