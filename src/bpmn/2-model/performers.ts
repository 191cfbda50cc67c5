import type { XmlElement } from '../1-parse/xml-element';
import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { bpmnExpression } from './expressions';
import { jbpmOwners } from './jbpm-people';
import { nameOf } from './node-base';
import type { UserTask } from './types';
import type { Expression } from './value-types';

type People = Pick<UserTask, 'assignee' | 'candidateUsers' | 'candidateGroups'>;

/** `user(kermit), group(management), sales`: how Camunda 7 and Flowable write potential owners; a bare name is a group. */
const OWNER = /^(?:(user|group)\((.*)\)|([^()]+))$/;

const PERFORMERS: ReadonlySet<string> = new Set([
  'bpmn:performer',
  'bpmn:humanPerformer',
  'bpmn:potentialOwner',
  'bpmn:resourceRole',
]);

/** Whether an element inside of an activity says who does it. */
export function isPerformer({ name }: XmlElement): boolean {
  return PERFORMERS.has(name);
}

/** Who does what no task list has: nobody is asked, so it only describes. */
export function leavePerformers(reader: ElementReader, { diagram, reporter }: Context): void {
  const { element } = reader;
  const performers = element.children.filter(isPerformer);
  reader.leave(isPerformer);
  for (const performer of performers) {
    const parameters = { performer: describe(performer), element: describe(element) };
    reporter.report('performer-ignored', diagram.document.place.of(performer), parameters);
  }
}

/** BPMN's own way to say who does a task: human performers do it, potential owners may. */
export function readPerformers(reader: ElementReader, context: Context): People {
  // a performer that nothing is said of says no more than that there is one
  const performer = reader.child('bpmn:humanPerformer') ?? reader.child('bpmn:performer');
  const owners = reader.children('bpmn:potentialOwner').flatMap((owner) => ownersOf(owner, context));
  const assignee = performer && assignment(performer, context);
  if (context.diagram.dialect === 'jbpm') {
    return { ...jbpmOwners(joined(owners, 'user', context)), ...(assignee && { assignee }) };
  }
  return defined({
    assignee,
    candidateUsers: joined(owners, 'user', context),
    candidateGroups: joined(owners, 'group', context),
  });
}

interface Owner {
  readonly element: XmlElement;
  readonly kind: 'user' | 'group';
  readonly expression: Expression;
}

function ownersOf(reader: ElementReader, context: Context): Owner[] {
  const { element } = reader;
  const expression = assignment(reader, context);
  if (!expression) return [];
  const unmarked = context.diagram.dialect === 'jbpm' ? 'user' : 'group';
  if (expression.language !== 'literal') return [{ element, kind: unmarked, expression }];
  return expression.text.split(',').flatMap((part): Owner[] => {
    const [, kind, inner, bare] = OWNER.exec(part.trim()) ?? [];
    const text = (inner ?? bare ?? '').trim();
    const owner = kind === 'user' || kind === 'group' ? kind : unmarked;
    return text === '' ? [] : [{ element, kind: owner, expression: { ...expression, text } }];
  });
}

/** Several names become one list, as extensions write it; that is not possible with expressions among them. */
function joined(
  owners: readonly Owner[],
  kind: Owner['kind'],
  { diagram, reporter }: Context,
): Expression | undefined {
  const [first, ...others] = owners.filter((owner) => owner.kind === kind);
  if (!first) return undefined;
  const mixed = [first, ...others].find(({ expression }) => expression.language !== 'literal');
  if (mixed && others.length > 0) {
    const parameters = { element: describe(mixed.element), detail: ' as an expression beside others' };
    reporter.report('element-not-supported', diagram.document.place.of(mixed.element), parameters);
  }
  const text = [first, ...others].map(({ expression }) => expression.text).join(',');
  return Object.freeze({ ...first.expression, text });
}

/** The expression that names the person or group, or the name of the resource that is referred to. */
function assignment(reader: ElementReader, context: Context): Expression | undefined {
  const assigned = reader.child('bpmn:resourceAssignmentExpression');
  const expression = assigned?.child('bpmn:formalExpression') ?? assigned?.child('bpmn:expression');
  if (expression && expression.element.text !== '') return bpmnExpression(expression, 'literal', context);

  const reference = reader.child('bpmn:resourceRef');
  if (!reference) return undefined;
  const { place, ids } = context.diagram.document;
  const resource = ids.get(reference.element.text);
  const text = (resource && nameOf(resource)) ?? reference.element.text;
  return Object.freeze({ language: 'literal', text, position: place.text(reference.element).position });
}
