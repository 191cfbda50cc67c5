import type { AnyNode, Expression } from 'acorn';
import type { BinaryOperator, Code } from './code';
import { deniable, isEitherDenied, type Deniable } from './denial';
import { freeReferences, parseJavaScript, type Reference } from './javascript-syntax';
import { rewrite } from './rewrite';
import type { Span } from './tokens';
import { ExpressionProblem, type Lookup, type Translation } from './translation';
import { BOOLEAN, isKnown, NULL, NUMBER, STRING, typeOfProperty, union, UNKNOWN, type Type } from './types';

/** What the workflow sandbox has, deterministically. */
const GLOBALS = new Set([
  ...[
    'undefined',
    'NaN',
    'Infinity',
    'Math',
    'JSON',
    'Date',
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'RegExp',
  ],
  ...[
    'BigInt',
    'Map',
    'Set',
    'Error',
    'TypeError',
    'RangeError',
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
  ],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'console'],
]);

/** What other engines offer, or what leads out of the sandbox. */
const REFUSED: Readonly<Record<string, string>> = {
  execution: 'is an object of the engine; read and write variables by their names',
  task: 'is an object of the engine',
  connector: 'is an object of the engine',
  S: 'is a library of Camunda 7',
  spin: 'is a library of Camunda 7',
  java: 'is Java',
  Java: 'is Java',
  Packages: 'is Java',
  org: 'is Java',
  com: 'is Java',
  require: 'would load a module; do that in an activity',
  process: 'is not there in a workflow; do that in an activity',
  globalThis: 'leads out of the workflow sandbox',
  global: 'leads out of the workflow sandbox',
  window: 'is not there in a workflow',
  eval: 'would run text as code',
  Function: 'would run text as code',
  fetch: 'would call a service; do that in an activity',
  setTimeout: 'would wait behind the back of the process; use a timer event',
  setInterval: 'would wait behind the back of the process; use a timer event',
  Promise: 'would work behind the back of the process; scripts are synchronous',
  Intl: 'depends on the machine that the worker runs on; do that in an activity',
};

export function isGlobal(name: string): boolean {
  return GLOBALS.has(name);
}

/** Why code with this reference cannot run in a workflow: it leads to an engine, to Java or out of the sandbox. */
export function outsideReason({ name }: Reference): string | undefined {
  return Object.hasOwn(REFUSED, name) ? `"${name}" ${REFUSED[name]}` : undefined;
}

/** The process variables among free references; everything that a workflow does not have is refused. */
export function variablesOf(references: readonly Reference[]): Reference[] {
  return references.filter((reference) => {
    const { name, node, parent } = reference;
    if (GLOBALS.has(name)) return false;
    const reason = outsideReason(reference);
    if (reason) throw new ExpressionProblem('unsupported', reason, node.start, node.end);
    if (parent?.type === 'CallExpression' && parent.callee === node) {
      throw new ExpressionProblem('unsupported', `there is no function "${name}"`, node.start, node.end);
    }
    return true;
  });
}

/** Thrown for what is right as it stands, but has no `Code`. */
export class Verbatim extends Error {}

interface Typed {
  readonly code: Code;
  readonly type: Type;
  readonly exact: boolean;
}

/** A JavaScript expression → TypeScript. Exact where the type checker will agree and nothing can be thrown. */
export function translateJavaScript(text: string, lookup: Lookup): Translation {
  const expression = parseJavaScript(text);
  const references = variablesOf(freeReferences(expression as AnyNode));
  const variables = new Set(references.map(({ name }) => name));
  try {
    const { code, type, exact } = translate(expression, lookup);
    return { exact: exact ? { code, type } : undefined, loose: code, variables };
  } catch (error) {
    if (!(error instanceof Verbatim)) throw error;
    const source = text.slice(0, expression.end);
    return {
      exact: undefined,
      loose: { kind: 'verbatim', text: rewrite(source, expression, references) },
      variables,
    };
  }
}

/** `approved` and `!approved` */
export function areComplementaryJavaScript(a: string, b: string): boolean {
  return isEitherDenied(deniableOf(a), deniableOf(b));
}

function deniableOf(text: string): Deniable {
  const whole = parseJavaScript(text);
  const isDenial = whole.type === 'UnaryExpression' && whole.operator === '!';
  return deniable(text, spanOf(whole), isDenial ? spanOf(whole.argument) : undefined);
}

function spanOf({ start, end }: Expression): Span {
  return { from: start, to: end };
}

export function translate(node: AnyNode, lookup: Lookup): Typed {
  switch (node.type) {
    case 'Literal':
      return literal(node.value);
    case 'Identifier': {
      if (isGlobal(node.name)) return { code: { kind: 'name', name: node.name }, type: UNKNOWN, exact: true };
      const type = lookup(node.name);
      return { code: { kind: 'variable', name: node.name }, type, exact: type.kind !== 'unknown' };
    }
    case 'ParenthesizedExpression':
      return translate(node.expression, lookup);
    case 'MemberExpression':
      return member(node, lookup);
    case 'CallExpression':
    case 'NewExpression': {
      if (node.type === 'CallExpression' && node.optional) throw new Verbatim();
      const callee = translate(node.callee, lookup).code;
      const args = node.arguments.map((arg) => translate(arg, lookup).code);
      const kind = node.type === 'CallExpression' ? 'call' : 'new';
      return { code: { kind, callee, args }, type: UNKNOWN, exact: false };
    }
    case 'UnaryExpression':
      return unary(node.operator, translate(node.argument, lookup));
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binary(node.operator, translate(node.left, lookup), translate(node.right, lookup));
    case 'ConditionalExpression': {
      const [test, then, otherwise] = [
        translate(node.test, lookup),
        translate(node.consequent, lookup),
        translate(node.alternate, lookup),
      ];
      return {
        code: { kind: 'conditional', test: test.code, then: then.code, otherwise: otherwise.code },
        type: union([then.type, otherwise.type]),
        exact: test.exact && isKnown(test.type, 'boolean') && then.exact && otherwise.exact,
      };
    }
    case 'ArrayExpression': {
      const items = node.elements.map((element) =>
        element ? translate(element, lookup) : literal(undefined),
      );
      const type: Type = { kind: 'array', optional: false };
      return {
        code: { kind: 'array', items: items.map(({ code }) => code) },
        type,
        exact: items.every(({ exact }) => exact),
      };
    }
    case 'ObjectExpression': {
      const entries = node.properties.map((property) => {
        if (property.type !== 'Property' || property.computed || property.kind !== 'init' || property.method)
          throw new Verbatim();
        const key =
          property.key.type === 'Identifier'
            ? property.key.name
            : property.key.type === 'Literal'
              ? String(property.key.value)
              : '';
        return [key, translate(property.value, lookup)] as const;
      });
      const type: Type = { kind: 'object', optional: false };
      return {
        code: { kind: 'object', entries: entries.map(([key, { code }]) => [key, code] as const) },
        type,
        exact: entries.every(([, { exact }]) => exact),
      };
    }
    default:
      throw new Verbatim();
  }
}

function literal(value: unknown): Typed {
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) throw new Verbatim();
  const types = { string: STRING, number: NUMBER, boolean: BOOLEAN, object: NULL } as const;
  const scalar = value as string | number | boolean | null;
  return {
    code: { kind: 'literal', value: scalar },
    type: types[typeof scalar as keyof typeof types],
    exact: true,
  };
}

function member(node: Extract<AnyNode, { type: 'MemberExpression' }>, lookup: Lookup): Typed {
  if (node.optional || node.property.type === 'PrivateIdentifier' || node.object.type === 'Super')
    throw new Verbatim();
  const object = translate(node.object, lookup);
  if (node.computed) {
    const index = translate(node.property, lookup);
    return { code: { kind: 'index', object: object.code, index: index.code }, type: UNKNOWN, exact: false };
  }
  const { name } = node.property as Extract<AnyNode, { type: 'Identifier' }>;
  const isLength = name === 'length' && (isKnown(object.type, 'array') || isKnown(object.type, 'string'));
  const type = isLength ? NUMBER : typeOfProperty(object.type, name);
  return {
    code: { kind: 'member', object: object.code, name },
    type,
    exact: object.exact && type !== UNKNOWN,
  };
}

function unary(operator: string, operand: Typed): Typed {
  if (operator !== '!' && operator !== '-' && operator !== '+' && operator !== 'typeof') throw new Verbatim();
  const code: Code = { kind: 'unary', operator, operand: operand.code };
  if (operator === 'typeof') return { code, type: STRING, exact: operand.exact };
  const kind = operator === '!' ? 'boolean' : 'number';
  return {
    code,
    type: operator === '!' ? BOOLEAN : NUMBER,
    exact: operand.exact && isKnown(operand.type, kind),
  };
}

const OPERATORS = new Set([
  '||',
  '&&',
  '??',
  '===',
  '!==',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
]);

function binary(operator: string, left: Typed, right: Typed): Typed {
  if (!OPERATORS.has(operator)) throw new Verbatim();
  const code: Code = {
    kind: 'binary',
    operator: operator as BinaryOperator,
    left: left.code,
    right: right.code,
  };
  const exact = left.exact && right.exact;
  const both = (kind: Type['kind']) => isKnown(left.type, kind) && isKnown(right.type, kind);
  switch (operator) {
    case '||':
    case '&&':
      return both('boolean') ? { code, type: BOOLEAN, exact } : { code, type: UNKNOWN, exact: false };
    case '??':
      return {
        code,
        type: union([{ ...left.type, optional: false }, right.type]),
        exact: exact && left.type.optional,
      };
    case '===':
    case '!==':
    case '==':
    case '!=': {
      const isNull = left.type.kind === 'null' || right.type.kind === 'null';
      const same = left.type.kind === right.type.kind && left.type.kind !== 'unknown';
      return { code, type: BOOLEAN, exact: exact && (same || isNull) };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { code, type: BOOLEAN, exact: exact && (both('number') || both('string')) };
    case '+':
      if (both('string')) return { code, type: STRING, exact };
      return { code, type: both('number') ? NUMBER : UNKNOWN, exact: exact && both('number') };
    default:
      return { code, type: NUMBER, exact: exact && both('number') };
  }
}
