import type { ImportedTexts } from '../../src/bpmn/1-parse/imports';
import { parseAndModel } from '../../src/bpmn/parse-and-model';
import type { Model, Node } from '../../src/bpmn/2-model/types';
import type { Diagnostic } from '../../src/bpmn/diagnostics/diagnostic';

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:flowable="http://flowable.org/bpmn"',
].join(' ');

/** A BPMN file with these root elements. */
export function definitions(body: string, attributes = ''): string {
  return `<definitions ${NAMESPACES} id="Definitions_1" targetNamespace="http://example.com" ${attributes}>${body}</definitions>`;
}

/** A BPMN file with one executable process. */
export function process(body: string, attributes = ''): string {
  return definitions(`<process id="Process_1" isExecutable="true" ${attributes}>${body}</process>`);
}

/** A process that consists of start, the given element with id `A`, and end. */
export function around(element: string, attributes = ''): string {
  return process(
    `<startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="A"/>${element}` +
      `<sequenceFlow id="F2" sourceRef="A" targetRef="E"/><endEvent id="E"/>`,
    attributes,
  );
}

export interface Result {
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** `error gateway-no-default Gateway_1`, one per diagnostic, in order. */
  readonly problems: readonly string[];
}

export function read(
  xml: string,
  options: { readonly strict?: boolean; readonly imports?: ImportedTexts } = {},
): Result {
  const { model, reporter } = parseAndModel({ file: 'test.bpmn', xml }, { strict: false, ...options });
  const diagnostics = reporter.diagnostics();
  return {
    model,
    diagnostics,
    problems: diagnostics.map(({ severity, code, element }) => `${severity} ${code} ${element ?? '-'}`),
  };
}

/** A node of a diagram that has no errors. */
export function node(xml: string, id = 'A'): Node {
  const { model, problems } = read(xml);
  const found = model?.processes.flatMap(({ nodes }) => nodes).find((one) => one.id === id);
  if (!found) throw new Error(`no node ${id}: ${problems.join(', ')}`);
  return found;
}
