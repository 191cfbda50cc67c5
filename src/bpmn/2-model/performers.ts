import type { Context, ElementReader } from './element-reader';
import { bpmnExpression } from './expressions';
import { nameOf } from './node-base';
import { defined } from './defined';
import type { Expression, UserTask } from './types';

type People = Pick<UserTask, 'assignee' | 'candidateUsers' | 'candidateGroups'>;

/** `user(kermit), group(management), sales`: how Camunda 7 and Flowable write potential owners; a bare name is a group. */
const OWNER = /^(?:(user|group)\((.*)\)|([^()]+))$/;

/** BPMN's own way to say who does a task: human performers do it, potential owners may. */
export function readPerformers(reader: ElementReader, context: Context): People {
  const performer = reader.child('bpmn:humanPerformer');
  const owners = reader.children('bpmn:potentialOwner').flatMap((owner) => ownersOf(owner, context));
  return defined({
    assignee: performer && assignment(performer, context),
    candidateUsers: joined(owners, 'user'),
    candidateGroups: joined(owners, 'group'),
  });
}

interface Owner {
  readonly kind: 'user' | 'group';
  readonly expression: Expression;
}

function ownersOf(reader: ElementReader, context: Context): Owner[] {
  const expression = assignment(reader, context);
  if (!expression) return [];
  if (expression.language !== 'literal') return [{ kind: 'group', expression }];
  return expression.text.split(',').flatMap((part): Owner[] => {
    const [, kind, inner, bare] = OWNER.exec(part.trim()) ?? [];
    const text = (inner ?? bare ?? '').trim();
    const owner = kind === 'user' ? 'user' : 'group';
    return text === '' ? [] : [{ kind: owner, expression: { ...expression, text } }];
  });
}

/** Several names become one list, as extensions write it. */
function joined(owners: readonly Owner[], kind: Owner['kind']): Expression | undefined {
  const expressions = owners.filter((owner) => owner.kind === kind).map(({ expression }) => expression);
  const [first] = expressions;
  return first && Object.freeze({ ...first, text: expressions.map(({ text }) => text).join(',') });
}

/** The expression that names the person or group, or the name of the resource that is referred to. */
function assignment(reader: ElementReader, context: Context): Expression | undefined {
  const assigned = reader.child('bpmn:resourceAssignmentExpression');
  const expression = assigned?.child('bpmn:formalExpression') ?? assigned?.child('bpmn:expression');
  if (expression) return bpmnExpression(expression, 'literal', context);

  const reference = reader.child('bpmn:resourceRef');
  if (!reference) return undefined;
  const { place, ids } = context.diagram.document;
  const resource = ids.get(reference.element.text);
  const text = (resource && nameOf(resource)) ?? reference.element.text;
  return Object.freeze({ language: 'literal', text, position: place.text(reference.element).position });
}
