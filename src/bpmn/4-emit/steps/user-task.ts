import type { UserTask } from '../../2-model/types';
import { call, object, quote, type Doc } from '../doc';
import type { Emission } from '../emission';
import { value } from '../expressions';
import { localsOf, withOutputs } from '../locals';
import type { Step } from '../step';
import { listenerOptions } from '../task-listeners';

const KEYS = [
  'assignee',
  'candidateUsers',
  'candidateGroups',
  'excludedUsers',
  'dueDate',
  'followUpDate',
] as const;

export function userTask(node: UserTask, emission: Emission): Step {
  const { id, form, priority } = node;
  const values = [...KEYS.map((key) => node[key]), priority, form];
  const { before, site, input, except } = localsOf(node, emission, {
    handsOver: true,
    values,
    seesAll: node.listeners !== undefined,
  });
  const options: [string, Doc][] = [];
  for (const key of KEYS) {
    const expression = node[key];
    if (expression) options.push([key, value(expression, site, emission)]);
  }
  if (priority) {
    const isNumber = priority.language === 'literal' && /^\d+$/.test(priority.text);
    options.push(['priority', isNumber ? String(Number(priority.text)) : value(priority, site, emission)]);
  }
  if (form) options.push(['form', value(form, site, emission)]);
  if (input) options.push(['input', input]);
  options.push(...listenerOptions(node, site, emission));
  const args = [quote(id), ...(options.length > 0 ? [object(options)] : [])];
  const work = call(emission.uses.use('userTask'), ...args);
  return withOutputs({ before, call: work, awaited: true, assigned: true, except }, node, site, emission);
}
