import type { Code } from './code';
import { method } from './feel-functions';
import { helper, moment } from './juel-operators';
import { BOOLEAN, NUMBER, STRING, UNKNOWN, type Type } from './types';

type Method = (object: Code, args: readonly Code[]) => Code;

interface Known {
  /** How many arguments it may have. */
  readonly args: readonly number[];
  readonly type: Type;
  readonly write: Method;
  /** The same of what is known to be a text or a list. */
  readonly ofText?: Method;
}

/** Methods of Java's String, Number, List, Map and Date, and of Camunda's Spin, in TypeScript. */
export const METHODS: Readonly<Record<string, Known>> = {
  // texts and lists
  contains: { args: [1], type: BOOLEAN, write: named('includes') },
  indexOf: { args: [1, 2], type: NUMBER, write: named('indexOf') },
  lastIndexOf: { args: [1, 2], type: NUMBER, write: named('lastIndexOf') },
  length: { args: [0], type: NUMBER, write: length },
  size: { args: [0], type: NUMBER, write: calling('sizeOf'), ofText: length },
  isEmpty: {
    args: [0],
    type: BOOLEAN,
    write: (object) => equal(helper('sizeOf', object), literal(0)),
    ofText: (object) => equal(length(object), literal(0)),
  },
  // texts
  startsWith: { args: [1], type: BOOLEAN, write: named('startsWith') },
  endsWith: { args: [1], type: BOOLEAN, write: named('endsWith') },
  toLowerCase: { args: [0], type: STRING, write: named('toLowerCase') },
  toUpperCase: { args: [0], type: STRING, write: named('toUpperCase') },
  trim: { args: [0], type: STRING, write: named('trim') },
  strip: { args: [0], type: STRING, write: named('trim') },
  isBlank: { args: [0], type: BOOLEAN, write: (object) => equal(method(object, 'trim'), literal('')) },
  substring: { args: [1, 2], type: STRING, write: named('substring') },
  charAt: { args: [1], type: STRING, write: named('charAt') },
  concat: { args: [1], type: STRING, write: named('concat') },
  replace: {
    args: [2],
    type: STRING,
    write: (object, [old, text]) => method(object, 'replaceAll', old, asIs(text as Code)),
  },
  replaceAll: {
    args: [2],
    type: STRING,
    write: (object, [pattern, text]) => method(object, 'replace', regExp(pattern, 'g'), text),
  },
  repeat: { args: [1], type: STRING, write: named('repeat') },
  matches: {
    args: [1],
    type: BOOLEAN,
    write: (object, [pattern]) => method(wholly(pattern), 'test', object),
  },
  split: { args: [1], type: UNKNOWN, write: (object, [pattern]) => method(object, 'split', regExp(pattern)) },
  equals: { args: [1], type: BOOLEAN, write: (object, [other]) => equal(object, other as Code) },
  equalsIgnoreCase: {
    args: [1],
    type: BOOLEAN,
    write: (object, [other]) => equal(method(object, 'toLowerCase'), method(other as Code, 'toLowerCase')),
  },
  ['toString']: {
    args: [0],
    type: STRING,
    write: asText,
  },
  // numbers and booleans
  intValue: { args: [0], type: NUMBER, write: (object) => method(name('Math'), 'trunc', object) },
  longValue: { args: [0], type: NUMBER, write: (object) => method(name('Math'), 'trunc', object) },
  doubleValue: { args: [0], type: NUMBER, write: calling('Number') },
  booleanValue: { args: [0], type: BOOLEAN, write: itself },
  // maps
  get: { args: [1], type: UNKNOWN, write: at },
  getOrDefault: {
    args: [2],
    type: UNKNOWN,
    write: (object, [key, value]) => ({
      kind: 'binary',
      operator: '??',
      left: at(object, [key as Code]),
      right: value as Code,
    }),
  },
  containsValue: {
    args: [1],
    type: BOOLEAN,
    write: (object, [value]) => method(method(name('Object'), 'values', object), 'includes', value),
  },
  containsKey: { args: [1], type: BOOLEAN, write: hasOwn },
  keySet: { args: [0], type: UNKNOWN, write: (object) => method(name('Object'), 'keys', object) },
  values: { args: [0], type: UNKNOWN, write: (object) => method(name('Object'), 'values', object) },
  // Spin: JSON as a value
  prop: { args: [1], type: UNKNOWN, write: at },
  hasProp: { args: [1], type: BOOLEAN, write: hasOwn },
  elements: { args: [0], type: UNKNOWN, write: itself },
  stringValue: { args: [0], type: STRING, write: itself },
  numberValue: { args: [0], type: NUMBER, write: itself },
  value: { args: [0], type: UNKNOWN, write: itself },
  isNull: {
    args: [0],
    type: BOOLEAN,
    write: (object) => ({
      kind: 'binary',
      operator: '==',
      left: object,
      right: { kind: 'literal', value: null },
    }),
  },
  boolValue: { args: [0], type: BOOLEAN, write: itself },
  // dates
  before: { args: [1], type: BOOLEAN, write: comparing('<') },
  after: { args: [1], type: BOOLEAN, write: comparing('>') },
  getTime: { args: [0], type: NUMBER, write: (object) => method(moment(object), 'getTime') },
};

function name(text: string): Code {
  return { kind: 'name', name: text };
}

function literal(value: string | number): Code {
  return { kind: 'literal', value };
}

function named(text: string): Method {
  return (object, args) => method(object, text, ...args);
}

function calling(text: string): Method {
  return (object) => ({ kind: 'call', callee: name(text), args: [object] });
}

function comparing(operator: '<' | '>'): Method {
  return (left, [right]) => ({
    kind: 'binary',
    operator,
    left: moment(left),
    right: moment(right as Code),
  });
}

function asText(object: Code): Code {
  return { kind: 'template', parts: [object], tag: name('asText') };
}

function itself(object: Code): Code {
  return object;
}

function at(object: Code, [key]: readonly Code[]): Code {
  if (key?.kind === 'literal' && typeof key.value === 'string')
    return { kind: 'member', object, name: key.value };
  return { kind: 'index', object, index: key as Code };
}

function hasOwn(object: Code, [key]: readonly Code[]): Code {
  return method(name('Object'), 'hasOwn', object, key);
}

function length(object: Code): Code {
  return { kind: 'member', object, name: 'length' };
}

function equal(left: Code, right: Code): Code {
  return { kind: 'binary', operator: '===', left, right };
}

/** `$&` means something to TypeScript. */
function asIs(text: Code): Code {
  if (text.kind === 'literal') return { ...text, value: String(text.value).replaceAll('$', '$$$$') };
  return { kind: 'lambda', parameter: '', body: text };
}

/** Java's regular expressions, as far as they are JavaScript's. */
function regExp(pattern: Code | undefined, flags?: string): Code {
  const args = [pattern as Code, ...(flags === undefined ? [] : [literal(flags)])];
  return { kind: 'new', callee: name('RegExp'), args };
}

/** `matches` is about the whole text. */
function wholly(pattern: Code | undefined): Code {
  const parts = ['^(?:', pattern?.kind === 'literal' ? String(pattern.value) : (pattern as Code), ')$'];
  const whole: Code = parts.every((part) => typeof part === 'string')
    ? { kind: 'literal', value: parts.join('') }
    : { kind: 'template', parts };
  return regExp(whole);
}
