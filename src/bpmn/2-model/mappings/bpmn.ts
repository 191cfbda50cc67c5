import type { XmlElement } from '../../1-parse/xml-element';
import { declaredLanguage } from '../conditions';
import { dataName, hasDataFlow, variableName } from '../data-names';
import { describe, type Diagram } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { bpmnExpression, literal } from '../expressions';
import { nameOf } from '../node-base';
import type { Mapping, Mappings } from '../types';
import type { Expression, Value } from '../value-types';

/** What associations refer to; those of events stand in the event itself. */
const PARTS: ReadonlySet<string> = new Set([
  'bpmn:ioSpecification',
  'bpmn:property',
  'bpmn:dataInput',
  'bpmn:dataOutput',
  'bpmn:inputSet',
  'bpmn:outputSet',
]);
const ASSOCIATIONS: ReadonlySet<string> = new Set([
  'bpmn:dataInputAssociation',
  'bpmn:dataOutputAssociation',
]);
/** Where bpmn.io lets an association end that only is a line to an activity. */
const PLACEHOLDER = '__targetRef_placeholder';

/**
 * BPMN's own data associations, as mappings. A data input or output without a name, as editors make them when a line is
 * drawn, is called as what it is tied to.
 */
export function bpmnMappings(reader: ElementReader, context: Context): Mappings {
  reader.leave(({ name }) => PARTS.has(name));
  if (!hasDataFlow(context.diagram)) {
    reader.leave(({ name }) => ASSOCIATIONS.has(name));
    return { inputs: [], outputs: [] };
  }
  const read = (name: string, direction: 'in' | 'out') =>
    reader.children(name).flatMap((association) => readAssociation(association, direction, context));
  return {
    inputs: read('bpmn:dataInputAssociation', 'in'),
    outputs: read('bpmn:dataOutputAssociation', 'out'),
  };
}

/**
 * The data of a start event is what the run is given: variables that are called as the data objects that it goes to. Only
 * what would change it on the way is left unread, and so reported.
 */
export function leaveStartData(reader: ElementReader): void {
  const changes = ({ children }: XmlElement) =>
    children.some(({ name }) => name === 'bpmn:transformation' || name === 'bpmn:assignment');
  reader.leave((child) => PARTS.has(child.name) || (ASSOCIATIONS.has(child.name) && !changes(child)));
}

function readAssociation(
  reader: ElementReader,
  direction: 'in' | 'out',
  context: Context,
): readonly Mapping[] {
  const { diagram } = context;
  const { element } = reader;
  reader.leave(({ name }) => name === 'bpmn:sourceRef' || name === 'bpmn:targetRef');
  const [source] = diagram.listed(element, 'bpmn:sourceRef');
  const [target] = diagram.listed(element, 'bpmn:targetRef');
  const assignments = reader.children('bpmn:assignment');
  const transformation = reader.child('bpmn:transformation');
  noteStore(direction === 'in' ? source : target, context);

  const names = namesOf(source, target, direction, diagram);
  if (assignments.length > 0) {
    return assignments.flatMap((assignment) => readAssignment(assignment, target, names.target, context));
  }
  const inner = direction === 'in' ? target : source;
  // a line from or to an activity as a whole says what people should know: all variables are handed over anyway
  const isDrawing = inner === undefined || nameOf(inner) === PLACEHOLDER;
  const value = transformation
    ? bpmnExpression(transformation, declaredLanguage(context), context)
    : isDrawing
      ? undefined
      : variable(names.source);
  if (names.target === undefined || value === undefined) return [];
  return [Object.freeze({ target: names.target, source: value })];
}

/** The variables that an association goes from and to. */
function namesOf(
  source: XmlElement | undefined,
  target: XmlElement | undefined,
  direction: 'in' | 'out',
  diagram: Diagram,
): { readonly source: string | undefined; readonly target: string | undefined } {
  const [inner, outer] = direction === 'in' ? [target, source] : [source, target];
  const outerName = outer && variableName(outer, diagram);
  const innerName = inner && (dataName(inner, diagram) ?? outerName ?? variableName(inner, diagram));
  return direction === 'in'
    ? { source: outerName, target: innerName }
    : { source: innerName, target: outerName };
}

function variable(name: string | undefined): Value | undefined {
  return name === undefined ? undefined : Object.freeze({ language: 'variable', name });
}

/** A data store outlives the run that writes to it; a variable does not. */
function noteStore(data: XmlElement | undefined, { diagram, reporter }: Context): void {
  if (data?.type !== 'bpmn:DataStoreReference') return;
  const parameters = { element: describe(data), name: variableName(data, diagram) };
  reporter.report('data-store-variable', diagram.document.place.of(data), parameters);
}

function readAssignment(
  reader: ElementReader,
  target: XmlElement | undefined,
  targetName: string | undefined,
  context: Context,
): readonly Mapping[] {
  const from = reader.child('bpmn:from');
  const to = reader.child('bpmn:to');
  const source = from && readFrom(from, context);
  const text = to && bpmnExpression(to, 'literal', context)?.text;
  if (!source || text === undefined) return [];
  const path = text === '.' ? targetName : targetPath(text, target, targetName, context);
  if (path !== undefined) return [Object.freeze({ target: path, source })];
  const { reporter, diagram } = context;
  const where = diagram.document.place.text(to?.element ?? reader.element);
  const owner = reader.element.parent?.parent ?? reader.element;
  reporter.report('assignment-target', where, { text, element: describe(owner) });
  return [];
}

/** In jBPM a text with `#{…}` in it, which may be empty. */
function readFrom(from: ElementReader, context: Context): Expression | undefined {
  if (context.diagram.dialect !== 'jbpm') return bpmnExpression(from, declaredLanguage(context), context);
  if (from.element.text !== '') return bpmnExpression(from, 'literal', context);
  for (const name of ['language', 'xsi:type']) from.attribute(name);
  return literal('', context.diagram.document.place.of(from.element).position);
}

/** `order.total`, also as `${order.total}` and as the standard's `getDataObject('order')/total`. */
function targetPath(
  text: string,
  target: XmlElement | undefined,
  targetName: string | undefined,
  { diagram }: Context,
): string | undefined {
  const bare = /^[$#]\{\s*(.*?)\s*\}$/.exec(text)?.[1] ?? text;
  const [, named, rest] =
    /^getData(?:Object|Input|Output)\s*\(\s*["']([^"']+)["']\s*\)(?:\/(.+))?$/.exec(bare) ?? [];
  const path = named === undefined ? bare : [named, ...(rest?.split('/') ?? [])].join('.');
  const [head = '', ...inner] = path.split('.');
  const referred = head === target?.attributes.get('id') ? target : diagram.document.ids.get(head);
  const isData = referred !== undefined && referred.type?.startsWith('bpmn:Data');
  const isTarget = referred !== undefined && referred === target;
  const name = isTarget ? targetName : isData ? variableName(referred, diagram) : head;
  const full = [name ?? head, ...inner];
  return full.every((part) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(part))
    ? full.join('.')
    : undefined;
}
