import type { XmlElement } from '../1-parse/xml-element';
import { identifier } from '../../shared/identifier';
import type { Diagram } from './diagram';
import { nameOf, requiredId } from './node-base';

/**
 * The variable that a data object, a data store, a reference to one, a property, or a data input or output stands for:
 * its name if that is one already, else the name in camel case. Undefined for what has no name.
 */
export function dataName(element: XmlElement, diagram: Diagram): string | undefined {
  const name = nameOf(dataOf(element, diagram)) ?? nameOf(element);
  return name === undefined ? undefined : variableNamed(name);
}

/** The variable that data of this name is: see {@link dataName}. */
export function variableNamed(name: string): string | undefined {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : identifier(name) || undefined;
}

/** As {@link dataName}; what has no name goes by its id. */
export function variableName(element: XmlElement, diagram: Diagram): string {
  return dataName(element, diagram) ?? requiredId(dataOf(element, diagram));
}

/** Whether data objects and associations mean something: the engines of Camunda and Flowable take them for drawings. */
export function hasDataFlow({ dialect }: Diagram): boolean {
  return dialect === 'bpmn' || dialect === 'signavio' || dialect === 'jbpm';
}

const REFERENCES: Readonly<Record<string, string>> = {
  'bpmn:DataObjectReference': 'dataObjectRef',
  'bpmn:DataStoreReference': 'dataStoreRef',
};

/** The data object or data store that a reference refers to. */
function dataOf(element: XmlElement, diagram: Diagram): XmlElement {
  const reference = REFERENCES[element.type ?? ''];
  return (reference === undefined ? undefined : diagram.referred(element, reference)) ?? element;
}
