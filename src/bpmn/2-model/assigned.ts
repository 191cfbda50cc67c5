import type { Expression } from './value-types';

const CALL = /^[$#]\{\s*execution\.setVariable\(\s*(?:'([\w.-]+)'|"([\w.-]+)")\s*,([^]*)\)\s*\}$/;

/** `${execution.setVariable('total', a + b)}` sets a variable by a value, as any result does. */
export function assigned(expression: Expression): {
  readonly expression: Expression;
  readonly resultVariable?: string;
} {
  const match = expression.language === 'juel' ? CALL.exec(expression.text.trim()) : null;
  const [, single, double, value = ''] = match ?? [];
  const resultVariable = single ?? double;
  if (resultVariable === undefined || !isOne(value)) return { expression };
  return { expression: Object.freeze({ ...expression, text: `\${${value.trim()}}` }), resultVariable };
}

/** Whether a text is one argument: the bracket behind it closes the call. */
function isOne(text: string): boolean {
  let depth = 0;
  for (const part of text.match(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|[^]/g) ?? []) {
    if ('([{'.includes(part)) depth++;
    if (')]}'.includes(part)) depth--;
    if (depth < 0 || (depth === 0 && part === ',')) return false;
  }
  return depth === 0 && text.trim() !== '';
}
