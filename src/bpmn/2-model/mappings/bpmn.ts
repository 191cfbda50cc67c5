import type { XmlElement } from '../../1-parse/xml-element';
import { declaredLanguage } from '../conditions';
import { dataName, hasDataFlow, variableName } from '../data-names';
import { describe } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { bpmnExpression } from '../expressions';
import type { Mapping, Mappings, Value } from '../types';

const PARTS: ReadonlySet<string> = new Set([
  'bpmn:ioSpecification',
  'bpmn:dataInputAssociation',
  'bpmn:dataOutputAssociation',
  'bpmn:property',
]);
const NONE: Mappings = { inputs: [], outputs: [] };

/**
 * BPMN's own data associations. A data input or output without a name, as editors make them when a line is drawn, is called as what it is tied to.
 */
export function bpmnMappings(reader: ElementReader, context: Context): Mappings {
  if (!hasDataFlow(context.diagram)) {
    reader.leave(({ name }) => PARTS.has(name));
    return NONE;
  }
  // what stands in there is known by the associations that refer to it
  reader.leave(({ name }) => name === 'bpmn:ioSpecification' || name === 'bpmn:property');
  return {
    inputs: reader
      .children('bpmn:dataInputAssociation')
      .flatMap((association) => readAssociation(association, 'inner', context)),
    outputs: reader
      .children('bpmn:dataOutputAssociation')
      .flatMap((association) => readAssociation(association, 'outer', context)),
  };
}

/** @param targets - whether data goes into the activity or out of it */
function readAssociation(
  reader: ElementReader,
  targets: 'inner' | 'outer',
  context: Context,
): readonly Mapping[] {
  const { diagram, reporter } = context;
  const { element } = reader;
  reader.leave(({ name }) => name === 'bpmn:sourceRef' || name === 'bpmn:targetRef');
  const [source] = diagram.listed(element, 'bpmn:sourceRef');
  const [target] = diagram.listed(element, 'bpmn:targetRef');
  const transformation = reader.child('bpmn:transformation');
  const assignments = reader.children('bpmn:assignment');
  const store = [source, target].find((end) => end?.type?.startsWith('bpmn:DataStore'));
  if (store) {
    reader.leave(() => true);
    reporter.report('data-store-ignored', diagram.document.place.of(element), { element: describe(store) });
    return [];
  }

  const outer = targets === 'outer' ? target : source;
  const inner = targets === 'outer' ? source : target;
  const outerName = outer && variableName(outer, diagram);
  const innerName =
    (inner && dataName(inner, diagram)) ?? outerName ?? (inner && variableName(inner, diagram));
  const [targetName, sourceName] = targets === 'outer' ? [outerName, innerName] : [innerName, outerName];

  if (assignments.length > 0) {
    return assignments.flatMap((assignment) => readAssignment(assignment, target, targetName, context));
  }
  const value: Value | undefined = transformation
    ? bpmnExpression(transformation, declaredLanguage(context), context)
    : sourceName === undefined
      ? undefined
      : Object.freeze({ language: 'variable', name: sourceName });
  if (targetName === undefined || value === undefined) return [];
  return [Object.freeze({ target: targetName, source: value })];
}

function readAssignment(
  reader: ElementReader,
  target: XmlElement | undefined,
  targetName: string | undefined,
  context: Context,
): readonly Mapping[] {
  const from = reader.child('bpmn:from');
  const to = reader.child('bpmn:to');
  const source = from && bpmnExpression(from, declaredLanguage(context), context);
  const text = to && bpmnExpression(to, 'literal', context)?.text;
  if (!source || text === undefined) return [];
  const path = targetPath(text, target, targetName, context);
  if (path !== undefined) return [Object.freeze({ target: path, source })];
  const { reporter, diagram } = context;
  const where = diagram.document.place.text(to?.element ?? reader.element);
  const owner = reader.element.parent?.parent ?? reader.element;
  reporter.report('assignment-target', where, { text, element: describe(owner) });
  return [];
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
