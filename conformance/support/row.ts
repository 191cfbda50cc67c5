import type { XmlElement } from '../../src/bpmn/1-parse/xml-element';

/** One thing that BPMN has. */
export interface Row {
  readonly name: string;
  /** Whether an element of a diagram is it. */
  readonly is: (element: XmlElement) => boolean;
  /** Of what does not run: what happens instead. */
  readonly instead?: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

export function row(name: string, is: Row['is'], instead?: string): Row {
  return { name, is, ...(instead !== undefined && { instead }) };
}

/** By the name of the element in the XML, without prefix. */
export function named(name: string, ...elements: readonly string[]): Row {
  return row(name, (element) => elements.some((one) => element.name === `bpmn:${one}`));
}
