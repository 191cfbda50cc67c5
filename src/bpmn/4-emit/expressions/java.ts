import { parseJava } from './java-syntax';
import { translateParsedJuel } from './juel';
import { rewritten } from './juel-rewrite';
import type { Juel } from './juel-syntax';
import { ExpressionProblem, type Lookup, type Translation } from './translation';
import { deniable, isEitherDenied, type Deniable } from './denial';

type Call = Extract<Juel, { kind: 'call' }>;

/**
 * Java (and MVEL) as conditions of jBPM have it → TypeScript. Its operators are those of JUEL, save for two that depend
 * on types which nobody knows here.
 */
export function translateJava(text: string, lookup: Lookup): Translation {
  return translateParsedJuel(rewritten(parseJava(text), meant), { lookup });
}

/** `return approved;` and `return !approved;` */
export function areComplementaryJava(a: string, b: string): boolean {
  return isEitherDenied(deniableOf(a), deniableOf(b));
}

function deniableOf(text: string): Deniable {
  const whole = parseJava(text);
  const denied = whole.kind === 'unary' && whole.operator === '!' ? whole.operand.at : undefined;
  return deniable(text, whole.at, denied);
}

/** The same in JUEL's terms. */
function meant(part: Juel): Juel {
  if (part.kind === 'binary') return operation(part);
  return part.kind === 'call' ? callOf(part) : part;
}

/** `+` also joins texts, and `/` of whole numbers has no remainder. */
function operation(node: Extract<Juel, { kind: 'binary' }>): Juel {
  const { operator, left, right, at } = node;
  if (operator === '/') throw refused('"/" divides whole numbers otherwise than others', node);
  if (operator !== '+') return node;
  if ([left, right].some(isText))
    return { kind: 'composite', parts: [...partsOf(left), ...partsOf(right)], at };
  if ([left, right].some(({ kind }) => kind === 'literal')) return node;
  throw refused('"+" adds numbers and joins texts, and which is meant is not known', node);
}

function isText(node: Juel): boolean {
  return node.kind === 'composite' || (node.kind === 'literal' && typeof node.value === 'string');
}

function partsOf(node: Juel): readonly (string | Juel)[] {
  if (node.kind === 'composite') return node.parts;
  return node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [node];
}

/** What jBPM offers to expressions: the variables by their name, and functions that its editor writes. */
function callOf(node: Call): Juel {
  const { object, name, args, at } = node;
  const [first, second, third] = args;
  if (object?.kind !== 'identifier') return node;
  if (object.name === 'kcontext' && name === 'getVariable' && first?.kind === 'literal')
    return { kind: 'identifier', name: String(first.value), at };
  if (object.name !== 'KieFunctions' || !first) return node;
  const compared = (operator: '==' | '<' | '<=' | '>' | '>=', to: Juel | undefined): Juel => {
    if (!to) throw refused(`"KieFunctions.${name}" has too few arguments`, node);
    return { kind: 'binary', operator, left: first, right: numeric(to), at };
  };
  switch (name) {
    case 'isNull':
      return compared('==', { kind: 'literal', value: null, at });
    case 'isEmpty':
      return { kind: 'unary', operator: 'empty', operand: first, at };
    case 'isTrue':
    case 'isFalse':
      return compared('==', { kind: 'literal', value: name === 'isTrue', at });
    case 'equalsTo':
      return compared('==', second);
    case 'lessThan':
      return compared('<', second);
    case 'lessOrEqualThan':
      return compared('<=', second);
    case 'greaterThan':
      return compared('>', second);
    case 'greaterOrEqualThan':
      return compared('>=', second);
    case 'between':
      return {
        kind: 'binary',
        operator: '&&',
        left: compared('>=', second),
        right: compared('<=', third),
        at,
      };
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return { kind: 'call', object: first, name, args: args.slice(1), at };
    default:
      return node;
  }
}

/** Its editor writes numbers in quotes. */
function numeric(node: Juel): Juel {
  const isNumber =
    node.kind === 'literal' && typeof node.value === 'string' && /^-?\d+(\.\d+)?$/.test(node.value);
  return isNumber ? { ...node, value: Number(node.value) } : node;
}

function refused(problem: string, { at }: Juel): ExpressionProblem {
  return new ExpressionProblem('unsupported', problem, at.from, at.to);
}
