import {
  childrenOf,
  nameOf,
  parseFeel,
  sourceOf,
  type FeelNode,
} from '../../../../bpmn/4-emit/expressions/feel-syntax';
import type { Operand, Sign, Test } from './test';

const SIGNS: Readonly<Record<string, Sign>> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

export function feelTest(text: string): Test | undefined {
  const tree = parseFeel(text);
  return read(tree.root);

  function read(node: FeelNode): Test | undefined {
    const children = childrenOf(node);
    const [first, second, third] = children;
    switch (node.name) {
      case 'Conjunction':
      case 'Disjunction': {
        const parts = [first, third].map((one) => one && read(one));
        if (!parts[0] || !parts[1]) return undefined;
        return { kind: node.name === 'Conjunction' ? 'and' : 'or', parts: [parts[0], parts[1]] };
      }
      case 'ParenthesizedExpression':
        return second && read(second);
      case 'FunctionInvocation':
        return invocation(node);
      case 'Comparison':
        if (!first || !second || !third) return undefined;
        return second.name === 'in' ? among(first, children.slice(2)) : comparison(first, second, third);
      default: {
        const of = operand(node);
        return of && { kind: 'holds', of };
      }
    }
  }

  function comparison(first: FeelNode, middle: FeelNode, last: FeelNode): Test | undefined {
    const sign = SIGNS[source(middle)];
    const [left, right] = [operand(first), operand(last)];
    return sign && left && right && { kind: 'compare', sign, left, right };
  }

  /** `country in ("IE", "UK")` */
  function among(first: FeelNode, tests: readonly FeelNode[]): Test | undefined {
    const left = operand(first);
    const values = tests
      .flatMap((one) => (one.name === 'PositiveUnaryTests' ? childrenOf(one) : [one]))
      .filter(({ name }) => name === 'PositiveUnaryTest')
      .map((one) => operand(childrenOf(one)[0] ?? one));
    if (!left || values.length === 0 || values.some((value) => !value)) return undefined;
    const parts = values.flatMap((right) =>
      right ? [{ kind: 'compare', sign: '=', left, right } as const] : [],
    );
    return { kind: 'or', parts };
  }

  function invocation(node: FeelNode): Test | undefined {
    const [callee, , parameters] = childrenOf(node);
    const given = parameters ? childrenOf(parameters) : [];
    const [a, b] = given;
    if (!callee || !a) return undefined;
    const name = source(callee);
    if (name === 'not') {
      const of = read(a);
      return of && { kind: 'not', of };
    }
    const left = operand(a);
    if (name === 'contains' && b) {
      const part = operand(b);
      return left && part && { kind: 'contains', text: left, part };
    }
    if (name === 'is defined' && left) return { kind: 'compare', sign: '!=', left, right: { value: null } };
    return undefined;
  }

  function operand(node: FeelNode): Operand | undefined {
    const written = source(node);
    switch (node.name) {
      case 'VariableName':
        return { path: nameOf(node, { text }) };
      case 'PathExpression':
        return /^[\p{L}_][\w.]*$/u.test(written) ? { path: written } : undefined;
      case 'NumericLiteral':
        return { value: Number(written) };
      case 'StringLiteral':
        return { value: JSON.parse(written) as string };
      case 'BooleanLiteral':
        return { value: written === 'true' };
      case 'null':
        return { value: null };
      case 'ParenthesizedExpression':
        return operand(childrenOf(node)[1] ?? node);
      default:
        return undefined;
    }
  }

  function source(node: FeelNode): string {
    return sourceOf(node, { text });
  }
}
