import type { BinaryOperator, Code } from './code';

type Scalar = string | number | boolean | null;
type Compare = (a: Scalar, b: Scalar) => boolean;

const COMPARE: Partial<Record<BinaryOperator, Compare>> = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** `1 === 0` says nothing but false, and the type checker takes it for a mistake. */
export function folded(code: Code): Code {
  if (code.kind === 'unary') return { ...code, operand: folded(code.operand) };
  if (code.kind !== 'binary') return code;
  const { left, right, operator } = code;
  if (left.kind !== 'literal' || right.kind !== 'literal')
    return { ...code, left: folded(left), right: folded(right) };
  const isSameType = typeof left.value === typeof right.value;
  const compare = isSameType ? COMPARE[operator] : undefined;
  return compare ? { kind: 'literal', value: compare(left.value, right.value) } : code;
}
