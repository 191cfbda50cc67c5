import type { Position } from '../diagnostics/diagnostic';
import { call, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import {
  beansIn,
  toDoc,
  type BeanCode,
  type Code,
  type VariableName,
  type VerbatimCode,
} from './expressions/code';

/** Whether there are calls of beans in code; they are noted as activities that the process calls. */
export function noteBeans(
  code: Code | VerbatimCode,
  where: { readonly element: string; readonly position: Position },
  { uses, calls }: Emission,
): boolean {
  const found = code.kind === 'verbatim' ? [] : beansIn(code);
  for (const bean of found) {
    uses.use('task');
    uses.useActivities();
    const inputs = bean.args.map(({ name }) => name);
    const activity = {
      name: bean.activity,
      implementation: bean.path,
      element: where.element,
      ...(!inputs.includes('...') && { inputs }),
    };
    calls.set(`${bean.step} ${bean.path}`, { activity, position: where.position });
  }
  return found.length > 0;
}

/** The promise that a bean's call gives. */
export function beanDoc(bean: BeanCode, variable: VariableName): Doc {
  const input = bean.args.map(({ name, code }): [string, Doc] => [name, toDoc(code, variable)]);
  return taskDoc(bean, input, undefined);
}

export function taskDoc(
  { step, activity }: BeanCode,
  input: readonly (readonly [string, Doc])[],
  options: Doc | undefined,
): Doc {
  const given = input.length > 0 ? [object(input)] : options === undefined ? [] : ['undefined'];
  return call('task', quote(step), `activities.${activity}`, ...given, ...(options ? [options] : []));
}
