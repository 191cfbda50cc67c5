import type { BinaryOperator, Code } from './code';
import { BOOLEAN, isKnown, NULL, NUMBER, STRING, typeOfProperty, UNKNOWN, type Type } from './types';

/** The operators of the languages that convert between types as they go: JUEL and XPath. */
export type ConvertingOperator =
  '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** Code with its type, and whether it is the same as in such a language for all values that the types allow. */
export interface Converted {
  readonly code: Code;
  readonly type: Type;
  readonly exact: boolean;
}

export function literal(value: string | number | boolean | null): Converted {
  const types = { string: STRING, number: NUMBER, boolean: BOOLEAN, object: NULL } as const;
  return { code: { kind: 'literal', value }, type: types[typeof value as keyof typeof types], exact: true };
}

export function property(object: Converted, name: string): Converted {
  const type = typeOfProperty(object.type, name);
  return {
    code: { kind: 'member', object: object.code, name },
    type,
    exact: object.exact && type !== UNKNOWN,
  };
}

export function compare(operator: BinaryOperator, left: Code, right: Code, exact: boolean): Converted {
  return { code: { kind: 'binary', operator, left, right }, type: BOOLEAN, exact };
}

export function binary(operator: ConvertingOperator, left: Converted, right: Converted): Converted {
  const exact = left.exact && right.exact;
  const both = (kind: Type['kind']) => isKnown(left.type, kind) && isKnown(right.type, kind);
  switch (operator) {
    case '&&':
    case '||':
      return compare(operator, toBoolean(left), toBoolean(right), exact && both('boolean'));
    case '==':
    case '!=':
      return equality(operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left.code, right.code, exact && (both('number') || both('string')));
    case '+': {
      // Always a sum: XPath never joins texts by it.
      const sum = both('number') ? [left.code, right.code] : [left, right].map(toNumber);
      return {
        code: { kind: 'binary', operator, left: sum[0] as Code, right: sum[1] as Code },
        type: NUMBER,
        exact: exact && both('number'),
      };
    }
    default:
      return {
        code: { kind: 'binary', operator, left: left.code, right: right.code },
        type: NUMBER,
        exact: exact && both('number'),
      };
  }
}

/** Null counts as false. */
export function toBoolean({ code, type }: Converted): Code {
  return isKnown(type, 'boolean')
    ? code
    : { kind: 'call', callee: { kind: 'name', name: 'Boolean' }, args: [code] };
}

export function toNumber({ code, type }: Converted): Code {
  return isKnown(type, 'number')
    ? code
    : { kind: 'call', callee: { kind: 'name', name: 'Number' }, args: [code] };
}

function equality(operator: '==' | '!=', left: Converted, right: Converted): Converted {
  const exact = left.exact && right.exact;
  if (left.type.kind === 'null' || right.type.kind === 'null')
    return compare(operator, left.code, right.code, exact);
  const scalar = ['string', 'number', 'boolean'].includes(left.type.kind);
  const same = scalar && left.type.kind === right.type.kind && !(left.type.optional && right.type.optional);
  // Other texts than numbers equal nothing but texts.
  const strict = same || isWord(left) || isWord(right);
  return compare(strict ? `${operator}=` : operator, left.code, right.code, exact && same);
}

function isWord({ code }: Converted): boolean {
  return code.kind === 'literal' && typeof code.value === 'string' && Number.isNaN(Number(code.value));
}
