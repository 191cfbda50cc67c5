import type { Code } from '../../../../bpmn/4-emit/expressions/code';
import { SIGNS, type Operand, type Test } from './test';

/** A condition by the code that it becomes: what JUEL and XPath say in many ways is said there in one. */
export function codeTest(code: Code): Test | undefined {
  switch (code.kind) {
    case 'unary': {
      const of = code.operator === '!' ? codeTest(code.operand) : undefined;
      return of && { kind: 'not', of };
    }
    case 'binary':
      return binary(code);
    case 'call':
      return call(code);
    default:
      return held(code);
  }
}

function held(code: Code): Test | undefined {
  const of = operand(code);
  return of && { kind: 'holds', of };
}

function binary({ operator, left, right }: Extract<Code, { kind: 'binary' }>): Test | undefined {
  if (operator === '&&' || operator === '||') {
    const [first, second] = [codeTest(left), codeTest(right)];
    return first && second && { kind: operator === '&&' ? 'and' : 'or', parts: [first, second] };
  }
  const sign = SIGNS[operator];
  const [a, b] = [operand(left), operand(right)];
  return sign && a && b && { kind: 'compare', sign, left: a, right: b };
}

function call(code: Extract<Code, { kind: 'call' }>): Test | undefined {
  const { callee, args } = code;
  const [first] = args;
  if (callee.kind === 'name' && first) {
    if (callee.name === 'Boolean' || callee.name === 'isTrue') return codeTest(first);
    if (callee.name === 'compare') return comparison(args);
    const left = operand(first);
    const right = comparedBy(callee.name, args);
    if (right) return left && { kind: 'compare', sign: '=', left, right };
  }
  if (callee.kind !== 'member' || callee.name !== 'includes' || !first) return held(code);
  const [text, part] = [operand(callee.object), operand(first)];
  return text && part && { kind: 'contains', text, part };
}

/** `compare(score, '<', 5)` */
function comparison([left, operator, right]: readonly Code[]): Test | undefined {
  const isOperator = operator?.kind === 'literal' && typeof operator.value === 'string';
  return left && right && isOperator
    ? binary({ kind: 'binary', operator: operator.value as '<', left, right })
    : undefined;
}

/** What the helpers of the runtime compare their first argument with. */
function comparedBy(helper: string, [, second]: readonly Code[]): Operand | undefined {
  if (helper === 'isEmpty') return { value: null };
  if (helper === 'isFalse') return { value: false };
  return helper === 'equal' && second ? operand(second) : undefined;
}

function operand(code: Code): Operand | undefined {
  switch (code.kind) {
    case 'literal':
      return { value: code.value };
    case 'unary':
      return code.operator === '-' && code.operand.kind === 'literal'
        ? { value: -Number(code.operand.value) }
        : undefined;
    case 'bean':
      return { path: answerOf(code.step) };
    case 'call': {
      const [only] = code.args;
      if (isVariableRead(code.callee) && only?.kind === 'literal') return { path: String(only.value) };
      const converts =
        code.callee.kind === 'name' && ['Number', 'String', 'toNumber', 'asDate'].includes(code.callee.name);
      return converts && only ? operand(only) : undefined;
    }
    default: {
      const path = pathOf(code);
      return path === undefined ? undefined : { path };
    }
  }
}

/** `execution.getVariable` */
function isVariableRead(callee: Code): boolean {
  return callee.kind === 'member' && callee.name === 'getVariable' && callee.object.kind === 'name';
}

/** `order.amount`; the length of a list is nothing that could be set. */
function pathOf(code: Code): string | undefined {
  if (code.kind === 'variable') return code.name;
  if (code.kind !== 'member' || code.name === 'length') return undefined;
  const before = pathOf(code.object);
  return before === undefined ? undefined : `${before}.${code.name}`;
}

/** What a bean answers stands among the variables under the name of its step, which none of them can have. */
function answerOf(step: string): string {
  return `${step}()`;
}

/** The step whose answer it is; undefined for variables. */
export function stepAnswering(path: string): string | undefined {
  return path.endsWith('()') ? path.slice(0, -2) : undefined;
}
