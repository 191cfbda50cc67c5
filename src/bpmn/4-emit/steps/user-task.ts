import type { UserTask } from '../../2-model/types';
import { call, object, quote, type Doc } from '../doc';
import type { Emission } from '../emission';
import { value } from '../expressions';
import { mapped } from '../mappings';
import type { Step } from '../step';

export function userTask(node: UserTask, emission: Emission): Step {
  const { id, form, inputs, outputs } = node;
  const options: [string, Doc][] = [];
  for (const key of ['assignee', 'candidateUsers', 'candidateGroups', 'dueDate', 'followUpDate'] as const) {
    const expression = node[key];
    if (expression) options.push([key, value(expression, { element: id, root: 'vars' }, emission)]);
  }
  const { priority } = node;
  if (priority) {
    const isNumber = priority.language === 'literal' && /^\d+$/.test(priority.text);
    const doc = isNumber
      ? String(Number(priority.text))
      : value(priority, { element: id, root: 'vars' }, emission);
    options.push(['priority', doc]);
  }
  if (form !== undefined) options.push(['form', quote(form)]);
  if (inputs.length > 0) options.push(['input', mapped(inputs, id, emission)]);
  const args = [quote(id), ...(options.length > 0 ? [object(options)] : [])];
  const result = outputs.length > 0 ? { outputs } : { assigned: true };
  return { call: call(emission.uses.use('userTask'), ...args), awaited: true, ...result };
}
