import type { Code } from './code';
import { compare, type Converted, type ConvertingOperator } from './operators';
import { BOOLEAN, isKnown, NUMBER } from './types';

/*
 * JUEL's operators convert between types. Types that are known need nothing of that; elsewhere TypeScript's own operators
 * stand where they convert as JUEL does, and helpers of the runtime where they do not.
 */

/** @param areMoments - one of them is known to be a date */
export function operation(
  operator: ConvertingOperator,
  left: Converted,
  right: Converted,
  areMoments: boolean,
): Converted {
  const isExact = left.exact && right.exact;
  const both = (kind: 'number' | 'string' | 'boolean') =>
    isKnown(left.type, kind) && isKnown(right.type, kind);
  switch (operator) {
    case '&&':
    case '||':
      return compare(operator, truth(left), truth(right), isExact && both('boolean'));
    case '==':
    case '!=':
      return equality(operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=': {
      if (both('number') || both('string')) return compare(operator, left.code, right.code, isExact);
      if (areMoments) return compare(operator, moment(left.code), moment(right.code), false);
      return order(operator, left, right);
    }
    default:
      return arithmetic(operator, left, right);
  }
}

/** Calls a helper of the runtime. */
export function helper(name: string, ...args: readonly Code[]): Code {
  return { kind: 'call', callee: { kind: 'name', name }, args };
}

/** A boolean where JUEL wants one. */
export function truth({ code, type }: Converted): Code {
  return isKnown(type, 'boolean') ? code : helper('isTrue', code);
}

/** A number where JUEL wants one. */
export function quantity({ code, type }: Converted): Code {
  return isKnown(type, 'number') ? code : helper('toNumber', code);
}

/** A date; what makes one needs nothing. */
export function moment(code: Code): Code {
  return code.kind === 'new' ? code : helper('asDate', code);
}

export function not(code: Code): Code {
  return { kind: 'unary', operator: '!', operand: code };
}

/** `+` never joins texts. The other operators make numbers of the values of variables by themselves. */
function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: Converted, right: Converted): Converted {
  const [a, b] = [left, right].map((side) =>
    operator !== '+' && side.code.kind === 'variable' && ['unknown', 'number'].includes(side.type.kind)
      ? side.code
      : quantity(side),
  ) as [Code, Code];
  const exact = left.exact && right.exact && isKnown(left.type, 'number') && isKnown(right.type, 'number');
  return { code: { kind: 'binary', operator, left: a, right: b }, type: NUMBER, exact };
}

/** Null is neither less nor more than anything, where TypeScript takes it for 0: `score > 5` can stay, `score < 5` not. */
function order(operator: '<' | '<=' | '>' | '>=', left: Converted, right: Converted): Converted {
  const [a, b] = [numberIn(left), numberIn(right)];
  const isFalseOfNull =
    (isKnown(left.type) && isKnown(right.type) && [left, right].some(({ type }) => type.kind === 'number')) ||
    (a !== undefined && !holdsFor(operator, a, 0)) ||
    (b !== undefined && !holdsFor(operator, 0, b));
  if (isFalseOfNull) return compare(operator, left.code, right.code, false);
  const code = helper('compare', left.code, { kind: 'literal', value: operator }, right.code);
  return { code, type: BOOLEAN, exact: false };
}

/** Undefined for what is not known before it runs. */
function numberIn({ code }: Converted): number | undefined {
  return code.kind === 'literal' && code.value !== null ? Number(code.value) : undefined;
}

function holdsFor(operator: '<' | '<=' | '>' | '>=', a: number, b: number): boolean {
  return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[operator];
}

function equality(operator: '==' | '!=', left: Converted, right: Converted): Converted {
  const isExact = left.exact && right.exact;
  const [a, b] = [left.type, right.type];
  if (a.kind === 'null' || b.kind === 'null') return compare(operator, left.code, right.code, isExact);
  const isScalar = ['string', 'number', 'boolean'].includes(a.kind) && a.kind === b.kind;
  if (isScalar) {
    const isStrict = !(a.optional && b.optional);
    return compare(isStrict ? `${operator}=` : operator, left.code, right.code, isExact && isStrict);
  }
  return (
    ofWord(operator, left, right) ??
    ofWord(operator, right, left) ??
    (a.kind === 'number' || b.kind === 'number'
      ? compare(operator, left.code, right.code, false)
      : called(operator, helper('equal', left.code, right.code)))
  );
}

/** Compared with a constant, most values need no conversion. */
function ofWord(
  operator: '==' | '!=',
  { code, type }: Converted,
  { code: word }: Converted,
): Converted | undefined {
  if (word.kind !== 'literal' || type.kind === 'boolean') return undefined;
  const { value } = word;
  if (typeof value === 'boolean') return called(operator, helper(value ? 'isTrue' : 'isFalse', code));
  if (typeof value !== 'string') return undefined;
  if (value === 'true' || value === 'false')
    return compare(`${operator}=`, helper('String', code), word, false);
  // Other texts than numbers equal nothing but texts.
  return compare(Number.isNaN(Number(value)) ? `${operator}=` : operator, code, word, false);
}

function called(operator: '==' | '!=', code: Code): Converted {
  return { code: operator === '==' ? code : not(code), type: BOOLEAN, exact: false };
}
