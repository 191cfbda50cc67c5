import { childOf, childrenOf, type XmlElement } from '../../1-parse/xml-element';
import { defined } from '../../2-model/defined';
import type { Reporter } from '../../diagnostics/reporter';
import type { DmnDocument } from '../1-parse/parse-dmn';
import { readBoxed, readFunction } from './read-boxed';
import { readServices } from './read-services';
import { createReader, describe, expressionOf, itemOf, type Reader, typeOf } from './reader';
import { checkReferences, requirementsOf, sorted } from './requirements';
import type { Decision, DecisionModel, ItemType, KnowledgeModel, Requiring } from './types';

/** Elements → what they mean. All is read even after a problem, so that a file's problems are reported together. */
export function buildDecisions(document: DmnDocument, reporter: Reporter): DecisionModel {
  const reader = createReader(document, reporter);
  const { root } = document;
  const decisions = childrenOf(root, 'dmn:decision');
  const knowledge = childrenOf(root, 'dmn:businessKnowledgeModel');
  if (decisions.length === 0) reader.report('no-decision', root, {});
  checkReferences(reader);
  checkUnsupported(root, reader);
  const ofKnowledge = (element: XmlElement) => requirementsOf(element, reader).knowledge;
  const ofDecisions = (element: XmlElement) => requirementsOf(element, reader).decisions;
  const read = sorted(decisions, ofDecisions, reader).flatMap(
    (element) => readDecision(element, reader) ?? [],
  );
  const baseOf = (element: XmlElement) => requiring(element, reader);
  return defined({
    file: document.source.file,
    name: root.attributes.get('name')?.trim() || undefined,
    types: childrenOf(root, 'dmn:itemDefinition').flatMap((element) => readTypes(element, reader)),
    knowledge: sorted(knowledge, ofKnowledge, reader).flatMap(
      (element) => readKnowledge(element, reader) ?? [],
    ),
    decisions: [...read, ...readServices(childrenOf(root, 'dmn:decisionService'), read, baseOf, reader)],
  });
}

function checkUnsupported(root: XmlElement, reader: Reader): void {
  for (const element of childrenOf(root, 'dmn:import')) {
    reader.report('dmn-not-supported', element, {
      what: `An import ("${element.attributes.get('name') ?? ''}")`,
    });
  }
}

function readDecision(element: XmlElement, reader: Reader): Decision | undefined {
  const requirements = requirementsOf(element, reader);
  const base = requiring(element, reader);
  const logic = readBoxed(element, reader);
  if (!base || !logic) return undefined;
  return defined({
    ...base,
    decisions: requirements.decisions.flatMap(idOf),
    inputs: requirements.inputs,
    logic,
  });
}

function readKnowledge(element: XmlElement, reader: Reader): KnowledgeModel | undefined {
  const base = requiring(element, reader);
  const encapsulated = childOf(element, 'dmn:encapsulatedLogic');
  if (!encapsulated) reader.report('decision-without-logic', element, { element: describe(element) });
  const logic = encapsulated && readFunction(encapsulated, reader);
  return base && logic ? defined({ ...base, logic }) : undefined;
}

function requiring(element: XmlElement, reader: Reader): Requiring | undefined {
  const [id] = idOf(element);
  if (id === undefined) {
    reader.report('id-missing', element, { element: describe(element) });
    return undefined;
  }
  const name = element.attributes.get('name')?.trim() || id;
  const variable = childOf(element, 'dmn:variable');
  return defined({
    id,
    name,
    position: reader.document.place.of(element).position,
    documentation: childOf(element, 'dmn:description')?.text || undefined,
    variable: variable ? itemOf(variable, name) : { name },
    knowledge: requirementsOf(element, reader).knowledge.flatMap(idOf),
  });
}

function idOf({ attributes }: XmlElement): string[] {
  const id = attributes.get('id');
  return id === undefined ? [] : [id];
}

/** A type and, for components that have components of their own, types made up for these. */
function readTypes(element: XmlElement, reader: Reader, outer = ''): ItemType[] {
  const name = outer + (element.attributes.get('name')?.trim() ?? '');
  const parts = childrenOf(element, 'dmn:itemComponent');
  const components = parts.map((part) => {
    const item = itemOf(part);
    const isInner = childOf(part, 'dmn:itemComponent') !== undefined || isCollection(part);
    return isInner ? { ...item, type: `${name}.${item.name}` } : item;
  });
  const inner = parts.filter((part) => childOf(part, 'dmn:itemComponent') || isCollection(part));
  const type: ItemType = defined({
    name,
    base: typeOf(element),
    components,
    isCollection: isCollection(element),
    allowed: expressionOf(childOf(element, 'dmn:allowedValues'), reader),
  });
  return [type, ...inner.flatMap((part) => readTypes(part, reader, `${name}.`))];
}

function isCollection({ attributes }: XmlElement): boolean {
  return attributes.get('isCollection')?.trim() === 'true';
}
