import { parseJuel, type Juel } from '../../../../bpmn/4-emit/expressions/juel-syntax';
import { SIGNS, type Operand, type Test } from './test';

export function juelTest(text: string): Test | undefined {
  return read(parseJuel(text));
}

function read(node: Juel): Test | undefined {
  if (node.kind === 'unary' && node.operator === '!') {
    const of = read(node.operand);
    return of && { kind: 'not', of };
  }
  if (node.kind === 'unary' && node.operator === 'empty') {
    const left = operand(node.operand);
    return left && { kind: 'compare', sign: '=', left, right: { value: null } };
  }
  if (node.kind === 'binary') return binary(node);
  if (node.kind === 'call' && node.object && (node.name === 'contains' || node.name === 'equals')) {
    const [text, part] = [operand(node.object), node.args[0] && operand(node.args[0])];
    if (!text || !part) return undefined;
    return node.name === 'contains'
      ? { kind: 'contains', text, part }
      : { kind: 'compare', sign: '=', left: text, right: part };
  }
  const of = operand(node);
  return of && { kind: 'holds', of };
}

function binary({ operator, left, right }: Extract<Juel, { kind: 'binary' }>): Test | undefined {
  if (operator === '&&' || operator === '||') {
    const [first, second] = [read(left), read(right)];
    return first && second && { kind: operator === '&&' ? 'and' : 'or', parts: [first, second] };
  }
  const sign = SIGNS[operator];
  const [a, b] = [operand(left), operand(right)];
  return sign && a && b && { kind: 'compare', sign, left: a, right: b };
}

function operand(node: Juel): Operand | undefined {
  if (node.kind === 'literal') return { value: node.value };
  if (node.kind === 'unary' && node.operator === '-' && node.operand.kind === 'literal')
    return { value: -Number(node.operand.value) };
  const path = pathOf(node);
  return path === undefined ? undefined : { path };
}

/** `order.amount`, `execution.getVariable("amount")` */
function pathOf(node: Juel): string | undefined {
  if (node.kind === 'identifier') return node.name;
  if (node.kind === 'property') {
    const before = pathOf(node.object);
    return before === undefined ? undefined : `${before}.${node.name}`;
  }
  const [argument] = node.kind === 'call' ? node.args : [];
  const isVariable = node.kind === 'call' && node.name === 'getVariable' && argument?.kind === 'literal';
  return isVariable ? String(argument.value) : undefined;
}
