import type { Expression } from '../2-model/value-types';
import { noteBeans, taskDoc } from './beans';
import type { Doc } from './doc';
import type { Emission } from './emission';
import { rootOf, translated, valueOf, type Site } from './expressions';
import { variablesIn } from './expressions/code';
import { UNKNOWN } from './expressions/types';

/**
 * The call of an activity that an expression consists of, if it does nothing but call a bean's method. `options` are
 * those of the activity.
 */
export function beanCall(
  expression: Expression,
  site: Site,
  emission: Emission,
  options: Doc | undefined,
): { readonly call: Doc; readonly isDelegate: boolean } | undefined {
  if (expression.language !== 'juel') return undefined;
  const code = translated(expression, site, emission)?.loose;
  if (code?.kind !== 'bean') return undefined;
  const bean = { ...code, step: site.element };
  noteBeans(bean, { element: site.element, position: expression.position }, emission);
  const input = bean.args.map(({ name, code, exact }): [string, Doc] => {
    const translation = {
      exact: exact ? { code, type: UNKNOWN } : undefined,
      loose: code,
      variables: variablesIn(code),
    };
    return [name, name === '...' ? rootOf(site, emission) : valueOf(translation, expression, site, emission)];
  });
  return {
    call: taskDoc(bean, input, options),
    isDelegate: bean.args.some(({ name }) => name === '...'),
  };
}
