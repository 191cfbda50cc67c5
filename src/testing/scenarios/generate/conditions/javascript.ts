import type { AnyNode } from 'acorn';
import { parseJavaScript } from '../../../../bpmn/4-emit/expressions/javascript-syntax';
import { SIGNS, type Operand, type Test } from './test';

export function javaScriptTest(text: string): Test | undefined {
  return read(parseJavaScript(text));
}

function read(node: AnyNode): Test | undefined {
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const of = read(node.argument);
    return of && { kind: 'not', of };
  }
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const [first, second] = [read(node.left), read(node.right)];
    return first && second && { kind: node.operator === '&&' ? 'and' : 'or', parts: [first, second] };
  }
  if (node.type === 'BinaryExpression') {
    const sign = SIGNS[node.operator];
    const [left, right] = [operand(node.left), operand(node.right)];
    return sign && left && right && { kind: 'compare', sign, left, right };
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const { object, property } = node.callee;
    const [text, part] = [operand(object), node.arguments[0] && operand(node.arguments[0])];
    const isIncludes = property.type === 'Identifier' && property.name === 'includes';
    return isIncludes && text && part ? { kind: 'contains', text, part } : undefined;
  }
  const of = operand(node);
  return of && { kind: 'holds', of };
}

function operand(node: AnyNode): Operand | undefined {
  if (node.type === 'Literal') {
    const { value } = node;
    return typeof value === 'object' && value !== null ? undefined : { value: value as string };
  }
  if (node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal')
    return { value: -Number(node.argument.value) };
  const path = pathOf(node);
  return path === undefined ? undefined : { path };
}

/** `order.amount`, `execution.getVariable("amount")` */
function pathOf(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    const before = pathOf(node.object);
    return before === undefined ? undefined : `${before}.${node.property.name}`;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { property } = node.callee;
  const [argument] = node.arguments;
  const isVariable = property.type === 'Identifier' && property.name === 'getVariable';
  return isVariable && argument?.type === 'Literal' ? String(argument.value) : undefined;
}
