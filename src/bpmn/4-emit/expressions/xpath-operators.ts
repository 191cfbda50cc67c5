import type { Code } from './code';
import { compare, type Converted, type ConvertingOperator } from './operators';
import { isKnown, NUMBER, type Type } from './types';

/** XPath's operators, which are TypeScript's own where the types are known. */
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
      // Always a sum: texts are never joined by it.
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
