import { optionalChain, variablesIn, type Code } from './code';
import { deniable, isEitherDenied, type Deniable } from './denial';
import { isEngineObject } from './engine-objects';
import { executionProperty, isTime, taskObject, timeProperty } from './juel-engine';
import { translateMethod, type JuelContext } from './juel-methods';
import { parseJuel, type Juel } from './juel-syntax';
import { helper, not, operation, quantity, truth } from './juel-operators';
import { compare, literal, property, untyped, type Converted } from './operators';
import { ExpressionProblem, type Lookup, type Translation } from './translation';
import { BOOLEAN, isKnown, NUMBER, STRING, UNKNOWN, type Type } from './types';

/**
 * JUEL → TypeScript. JUEL converts between types as it goes (null is 0, '7' is 7), so TypeScript is exact where the types
 * are known; elsewhere it is what the expression means for values of the types that it is written for.
 */
export function translateJuel(
  text: string,
  lookup: Lookup,
  surroundings: Omit<JuelContext, 'lookup'> = {},
): Translation {
  return translateParsedJuel(parseJuel(text), { lookup, ...surroundings });
}

/** The same of what has been parsed already. */
export function translateParsedJuel(expression: Juel, context: JuelContext): Translation {
  const { code, type, exact } = translate(expression, context);
  return { exact: exact ? { code, type } : undefined, loose: code, variables: variablesIn(code) };
}

/** `${approved}` and `${!approved}`: JUEL makes a boolean of everything, so one of them always holds. */
export function areComplementaryJuel(a: string, b: string): boolean {
  return isEitherDenied(deniableOf(a), deniableOf(b));
}

function deniableOf(text: string): Deniable {
  const whole = parseJuel(text);
  return deniable(
    text,
    whole.at,
    whole.kind === 'unary' && whole.operator === '!' ? whole.operand.at : undefined,
  );
}

function translate(node: Juel, context: JuelContext): Converted {
  switch (node.kind) {
    case 'literal':
      return literal(node.value);
    case 'identifier':
      return identifier(node, context);
    case 'property':
      return ownProperty(node, context) ?? property(translate(node.object, context), node.name);
    case 'index':
      return index(translate(node.object, context), translate(node.index, context));
    case 'call':
      return translateMethod(node, context, translate);
    case 'unary':
      return unary(node.operator, translate(node.operand, context));
    case 'binary':
      return binary(node, context);
    case 'conditional': {
      const [test, then, otherwise] = [node.test, node.then, node.otherwise].map((one) =>
        translate(one, context),
      ) as [Converted, Converted, Converted];
      const exact = test.exact && isKnown(test.type, 'boolean') && then.exact && otherwise.exact;
      const type =
        then.type.kind === otherwise.type.kind
          ? { kind: then.type.kind, optional: then.type.optional || otherwise.type.optional }
          : UNKNOWN;
      return {
        code: { kind: 'conditional', test: truth(test), then: then.code, otherwise: otherwise.code },
        type,
        exact,
      };
    }
    case 'composite':
      return composite(
        node.parts.map((part) => (typeof part === 'string' ? part : translate(part, context))),
      );
  }
}

function identifier({ name, at }: Extract<Juel, { kind: 'identifier' }>, context: JuelContext): Converted {
  const ofTask = context.task && taskObject(name);
  if (ofTask) return untyped(ofTask);
  if (isEngineObject(name)) {
    throw new ExpressionProblem('unsupported', `"${name}" is an object of the engine`, at.from, at.to);
  }
  const type = context.lookup(name);
  return { code: { kind: 'variable', name }, type, exact: type.kind !== 'unknown' };
}

/** A property of what engines offer to expressions besides variables. */
function ownProperty(node: Extract<Juel, { kind: 'property' }>, context: JuelContext): Converted | undefined {
  const code = executionProperty(node, context) ?? timeProperty(node, (of) => translate(of, context).code);
  return code && untyped(code);
}

function index(object: Converted, key: Converted): Converted {
  if (key.code.kind === 'literal' && typeof key.code.value === 'string')
    return property(object, key.code.value);
  return untyped({ kind: 'index', object: object.code, index: key.code });
}

/** Reading a property of null gives null, which people rely on where they ask for null. */
function binary(node: Extract<Juel, { kind: 'binary' }>, context: JuelContext): Converted {
  const { operator } = node;
  const [left, right] = [translate(node.left, context), translate(node.right, context)];
  if (left.type.kind === 'null') return operation(operator, left, lenient(right), false);
  if (right.type.kind === 'null') return operation(operator, lenient(left), right, false);
  return operation(operator, left, right, isTime(node.left) || isTime(node.right));
}

function lenient(value: Converted): Converted {
  return value.exact ? value : { ...value, code: optionalChain(value.code) };
}

function unary(operator: '!' | '-' | 'empty', operand: Converted): Converted {
  if (operator === 'empty') return empty(lenient(operand));
  if (operator === '!') {
    const exact = operand.exact && isKnown(operand.type, 'boolean');
    return {
      code: not(operand.type.kind === 'boolean' ? operand.code : truth(operand)),
      type: BOOLEAN,
      exact,
    };
  }
  const exact = operand.exact && isKnown(operand.type, 'number');
  return { code: { kind: 'unary', operator, operand: quantity(operand) }, type: NUMBER, exact };
}

function empty({ code, type, exact }: Converted): Converted {
  if (isKnown(type, 'string')) return compare('===', code, { kind: 'literal', value: '' }, exact);
  if (isKnown(type, 'array')) {
    return compare(
      '===',
      { kind: 'member', object: code, name: 'length' },
      { kind: 'literal', value: 0 },
      exact,
    );
  }
  return { code: helper('isEmpty', code), type: BOOLEAN, exact: false };
}

function composite(parts: readonly (string | Converted)[]): Converted {
  const exact = parts.every((part) => typeof part === 'string' || (part.exact && isText(part.type)));
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return literal(only);
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.code));
  const isPlain = parts.every((part) => typeof part === 'string' || isText(part.type));
  const tag: Code = { kind: 'name', name: 'asText' };
  return { code: { kind: 'template', parts: texts, ...(!isPlain && { tag }) }, type: STRING, exact };
}

/** What a template writes as JUEL does; null is nothing there. */
function isText(type: Type): boolean {
  return isKnown(type, 'string') || isKnown(type, 'number') || isKnown(type, 'boolean');
}
