import { variableNamed } from '../../2-model/data-names';
import { XPATH_DATA_FUNCTIONS } from '../../2-model/languages';
import { variablesIn, type Code } from './code';
import { deniable, isEitherDenied, type Deniable } from './denial';
import { literal, property, type Converted } from './operators';
import { ExpressionProblem, type Lookup, type Translation } from './translation';
import { BOOLEAN, isKnown, NUMBER, STRING, typeOfItems, type Type } from './types';
import { binary, toBoolean, toNumber } from './xpath-operators';
import { parseXPath, type XPath } from './xpath-syntax';

type Call = Extract<XPath, { kind: 'call' }>;

/**
 * XPath 1.0 → TypeScript, the standard's own language with its functions for data (`bpmn:getDataObject('order')/total`).
 * The data of a process is no XML document: a path begins at a variable, and goes on by the names of properties. XPath
 * converts between types as it goes, so TypeScript is exact where the types are known.
 */
export function translateXPath(text: string, lookup: Lookup): Translation {
  const { code, type, exact } = translate(parseXPath(text), lookup);
  return { exact: exact ? { code, type } : undefined, loose: code, variables: variablesIn(code) };
}

/** `approved` and `not(approved)`: XPath makes a boolean of everything, so one of them always holds. */
export function areComplementaryXPath(a: string, b: string): boolean {
  return isEitherDenied(deniableOf(a), deniableOf(b));
}

function deniableOf(text: string): Deniable {
  const whole = parseXPath(text);
  const [operand] = whole.kind === 'call' && whole.name === 'not' ? whole.args : [];
  return deniable(text, whole.at, operand?.at);
}

function translate(node: XPath, lookup: Lookup): Converted {
  switch (node.kind) {
    case 'literal':
      return literal(node.value);
    case 'variable':
      return variable(node.name, lookup);
    case 'property':
      return property(translate(node.object, lookup), node.name);
    case 'item':
      return item(translate(node.object, lookup), node.position);
    case 'negative': {
      const operand = translate(node.operand, lookup);
      const code: Code = { kind: 'unary', operator: '-', operand: operand.code };
      return { code, type: NUMBER, exact: operand.exact && isKnown(operand.type, 'number') };
    }
    case 'binary': {
      const [left, right] = [translate(node.left, lookup), translate(node.right, lookup)];
      const result = binary(node.operator, left, right);
      // Unlike JUEL, XPath orders texts as numbers.
      const isOrder = /^[<>]/.test(node.operator);
      return isOrder && isKnown(left.type, 'string') ? { ...result, exact: false } : result;
    }
    case 'call':
      return call(node, lookup);
  }
}

function variable(name: string, lookup: Lookup): Converted {
  const type = lookup(name);
  return { code: { kind: 'variable', name }, type, exact: type.kind !== 'unknown' };
}

function item(list: Converted, position: number): Converted {
  const index: Code = { kind: 'literal', value: position - 1 };
  const type: Type = { ...typeOfItems(list.type), optional: true };
  return { code: { kind: 'index', object: list.code, index }, type, exact: false };
}

function call(node: Call, lookup: Lookup): Converted {
  const { name, args, at } = node;
  if (XPATH_DATA_FUNCTIONS.includes(name)) {
    // The name of what it gives comes last, where that is comes before it.
    const named = args.at(-1);
    if (named?.kind === 'literal' && typeof named.value === 'string' && args.length <= 2)
      return variable(variableNamed(named.value) ?? named.value, lookup);
    throw new ExpressionProblem('unsupported', `"${name}" needs the name as text`, at.from, at.to);
  }
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const values = args.map((arg) => translate(arg, lookup));
  const written = known?.(values);
  if (written) return written;
  const many = args.length === 1 ? '1 argument' : `${args.length} arguments`;
  const message = `"${name}" with ${many} is none of the functions that Baton translates`;
  throw new ExpressionProblem('unsupported', message, at.from, at.to);
}

/** Undefined for another number of arguments. */
type Write = (args: readonly Converted[]) => Converted | undefined;

const FUNCTIONS: Readonly<Record<string, Write>> = {
  true: (args) => (args.length === 0 ? literal(true) : undefined),
  false: (args) => (args.length === 0 ? literal(false) : undefined),
  not: unary((operand) => {
    const code: Code = { kind: 'unary', operator: '!', operand: operand.code };
    return { code, type: BOOLEAN, exact: operand.exact && isKnown(operand.type, 'boolean') };
  }),
  boolean: unary((operand) => ({
    code: toBoolean(operand),
    type: BOOLEAN,
    exact: operand.exact && isKnown(operand.type, 'boolean'),
  })),
  number: unary((operand) => ({
    code: toNumber(operand),
    type: NUMBER,
    exact: operand.exact && isKnown(operand.type, 'number'),
  })),
  string: unary((operand) => ({
    code: toText(operand),
    type: STRING,
    exact: operand.exact && isKnown(operand.type, 'string'),
  })),
  count: unary(({ code, type, exact }) => ({
    code: { kind: 'member', object: code, name: 'length' },
    type: NUMBER,
    exact: exact && isKnown(type, 'array'),
  })),
  floor: math('floor'),
  ceiling: math('ceil'),
  round: math('round'),
  concat: (args) =>
    args.length < 2
      ? undefined
      : {
          code: {
            kind: 'template',
            parts: args.map(({ code }) =>
              code.kind === 'literal' && typeof code.value === 'string' ? code.value : code,
            ),
          },
          type: STRING,
          exact: args.every(({ exact, type }) => exact && isKnown(type, 'string')),
        },
  contains: method('includes', BOOLEAN),
  'starts-with': method('startsWith', BOOLEAN),
  'string-length': unary((operand) => ({
    code: { kind: 'member', object: toText(operand), name: 'length' },
    type: NUMBER,
    exact: operand.exact && isKnown(operand.type, 'string'),
  })),
};

function unary(write: (operand: Converted) => Converted): Write {
  return ([operand, ...more]) => (operand === undefined || more.length > 0 ? undefined : write(operand));
}

function math(name: string): Write {
  return unary((operand) => ({
    code: {
      kind: 'call',
      callee: { kind: 'member', object: { kind: 'name', name: 'Math' }, name },
      args: [toNumber(operand)],
    },
    type: NUMBER,
    exact: operand.exact && isKnown(operand.type, 'number'),
  }));
}

function method(name: string, type: Type): Write {
  return ([text, part, ...more]) => {
    if (text === undefined || part === undefined || more.length > 0) return undefined;
    const callee: Code = { kind: 'member', object: toText(text), name };
    const exact = [text, part].every((one) => one.exact && isKnown(one.type, 'string'));
    return { code: { kind: 'call', callee, args: [toText(part)] }, type, exact };
  };
}

function toText({ code, type }: Converted): Code {
  return isKnown(type, 'string')
    ? code
    : { kind: 'call', callee: { kind: 'name', name: 'String' }, args: [code] };
}
