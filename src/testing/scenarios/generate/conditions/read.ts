import type { Expression } from '../../../../bpmn/2-model/value-types';
import type { Code } from '../../../../bpmn/4-emit/expressions/code';
import { translateJuel } from '../../../../bpmn/4-emit/expressions/juel';
import { beanCaller } from '../../../../bpmn/4-emit/expressions/juel-beans';
import { UNKNOWN } from '../../../../bpmn/4-emit/expressions/types';
import { translateXPath } from '../../../../bpmn/4-emit/expressions/xpath';
import { codeTest } from './code';
import { feelTest } from './feel';
import { javaScriptTest } from './javascript';
import type { Test } from './test';

/** The code of an expression in a language that is told by what it becomes; undefined for others, and for what is none. */
export function codeOf({ language, text }: Expression, element: string): Code | undefined {
  try {
    const loose =
      language === 'juel'
        ? translateJuel(text, unknown, { callBean: beanCaller(element, 'vars') }).loose
        : language === 'xpath'
          ? translateXPath(text, unknown).loose
          : undefined;
    return loose?.kind === 'verbatim' ? undefined : loose;
  } catch {
    return undefined; // the compiler tells what is wrong with it
  }
}

/**
 * A condition that consists of simple comparisons; undefined for others, and for what is no expression.
 *
 * @param element - where it stands: the beans that it calls are steps of it
 */
export function testOf(expression: Expression, element: string): Test | undefined {
  const { language, text } = expression;
  try {
    if (language === 'feel') return feelTest(text);
    if (language === 'javascript') return javaScriptTest(text);
  } catch {
    return undefined; // as above
  }
  const code = codeOf(expression, element);
  return code && codeTest(code);
}

function unknown() {
  return UNKNOWN;
}
