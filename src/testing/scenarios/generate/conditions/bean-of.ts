import type { Node } from '../../../../bpmn/2-model/types';
import { workOf } from '../../../../bpmn/2-model/work-of';
import type { BeanCode } from '../../../../bpmn/4-emit/expressions/code';
import { codeOf } from './read';

/** The call of a bean that a task consists of: an activity, as any other. */
export function beanOf(node: Node): BeanCode | undefined {
  const work = workOf(node);
  const code = 'expression' in work ? codeOf(work.expression, work.id) : undefined;
  return code?.kind === 'bean' ? code : undefined;
}

/** Whether a bean is handed all variables, and so may change them. */
export function isDelegate({ args }: BeanCode): boolean {
  return args.some(({ name }) => name === '...');
}
