import {
  childrenOf,
  type FeelNode,
  parseFeelTests,
  sourceOf,
  textOf,
} from '../../4-emit/expressions/feel-syntax';
import { ExpressionProblem } from '../../4-emit/expressions/translation';

export type Constant = string | number | boolean | null;

/** The value of a literal, also of a negative number; undefined for everything else. */
export function constantOf(node: FeelNode | undefined, text: string): Constant | undefined {
  if (!node) return undefined;
  const source = sourceOf(node, { text });
  switch (node.name) {
    case 'NumericLiteral':
      return Number(source);
    case 'StringLiteral':
      return textOf(source);
    case 'BooleanLiteral':
      return source === 'true';
    case 'null':
      return null;
    case 'ArithmeticExpression': {
      const [sign, number, ...more] = childrenOf(node);
      if (!sign || sourceOf(sign, { text }) !== '-' || number?.name !== 'NumericLiteral' || more.length > 0)
        return undefined;
      return -Number(sourceOf(number, { text }));
    }
    default:
      return undefined;
  }
}

/** The constants that a list of tests consists of: `"a", "b"`. Undefined if it holds anything else. */
export function constantsIn(text: string): readonly Constant[] | undefined {
  try {
    const { root } = parseFeelTests(text);
    const [tests, ...more] = childrenOf(root);
    if (tests?.name !== 'PositiveUnaryTests' || more.length > 0) return undefined;
    const values = childrenOf(tests).map((test) => constantOf(childrenOf(test)[0], text));
    return values.every((value) => value !== undefined) ? values : undefined;
  } catch (error) {
    if (error instanceof ExpressionProblem) return undefined;
    throw error;
  }
}

/** As it is written in TypeScript, without quotes around it. */
const SIMPLE = /^(?:"([^"\\]*)"|(-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?)|(true|false)|(null))$/;

/** The constant that an expression is, if that can be seen without parsing: most cells of large tables. */
export function plainConstant(text: string): Constant | undefined {
  const match = SIMPLE.exec(text);
  if (!match) return undefined;
  if (match[1] !== undefined) return match[1];
  if (match[2] !== undefined) return Number(match[2]);
  return match[3] !== undefined ? match[3] === 'true' : null;
}
