import type { Code } from './code';
import { method } from './feel-functions';
import { argumentsOf, beanPath, type CallBean } from './juel-beans';
import type { JuelCode } from './juel';
import type { Juel } from './juel-syntax';
import { ExpressionProblem, type Lookup } from './translation';
import { BOOLEAN, isKnown, NUMBER, STRING, typeOfProperty, UNKNOWN, type Type } from './types';

type Call = Extract<Juel, { kind: 'call' }>;
type Translate = (node: Juel, context: JuelContext) => JuelCode;
type Method = (object: Code, args: readonly Code[]) => Code;

interface Known {
  readonly args: number;
  readonly type: Type;
  readonly write: Method;
}

/** Methods of Java's String, List and Map that have the same meaning here. */
const METHODS: Readonly<Record<string, Known>> = {
  contains: { args: 1, type: BOOLEAN, write: named('includes') },
  startsWith: { args: 1, type: BOOLEAN, write: named('startsWith') },
  endsWith: { args: 1, type: BOOLEAN, write: named('endsWith') },
  toLowerCase: { args: 0, type: STRING, write: named('toLowerCase') },
  toUpperCase: { args: 0, type: STRING, write: named('toUpperCase') },
  trim: { args: 0, type: STRING, write: named('trim') },
  indexOf: { args: 1, type: NUMBER, write: named('indexOf') },
  length: { args: 0, type: NUMBER, write: length },
  size: { args: 0, type: NUMBER, write: length },
  isEmpty: {
    args: 0,
    type: BOOLEAN,
    write: (object) => equal(length(object), { kind: 'literal', value: 0 }),
  },
  equals: { args: 1, type: BOOLEAN, write: (object, [other]) => equal(object, other as Code) },
  equalsIgnoreCase: {
    args: 1,
    type: BOOLEAN,
    write: (object, [other]) => equal(method(object, 'toLowerCase'), method(other as Code, 'toLowerCase')),
  },
  ['toString']: { args: 0, type: STRING, write: asText },
  get: { args: 1, type: UNKNOWN, write: (object, [key]) => ({ kind: 'index', object, index: key as Code }) },
};

/** What the translation of an expression needs to know of its surroundings. */
export interface JuelContext {
  readonly lookup: Lookup;
  /** Not there where nothing can be awaited. */
  readonly callBean?: CallBean;
}

/**
 * A method call: one of the above, a getter (`order.getAmount()` is the property `amount`), or Java code, which is a bean
 * whose method becomes an activity.
 */
export function translateMethod(node: Call, context: JuelContext, translate: Translate): JuelCode {
  const { object: target, name, args, at } = node;
  const known = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const getter = /^(?:get|is)(\p{Lu}.*)$/u.exec(name)?.[1];
  const variable = variableRead(node);
  if (variable !== undefined) return translate({ kind: 'identifier', name: variable, at }, context);
  if (target && known?.args === args.length) {
    const object = translate(target, context);
    const values = args.map((arg) => translate(arg, context));
    const texts = [object, ...values].every(({ exact, type }) => exact && isKnown(type, 'string'));
    return {
      code: known.write(
        object.code,
        values.map(({ code }) => code),
      ),
      type: known.type,
      exact: texts && known.type !== UNKNOWN,
    };
  }
  if (target && getter !== undefined && args.length === 0) {
    const property = getter.charAt(0).toLowerCase() + getter.slice(1);
    const object = translate(target, context);
    const type = typeOfProperty(object.type, property);
    return {
      code: { kind: 'member', object: object.code, name: property },
      type,
      exact: object.exact && type !== UNKNOWN,
    };
  }
  const bean = beanPath(node, context.lookup);
  if (bean !== undefined && context.callBean) {
    const code = context.callBean(
      bean,
      argumentsOf(node, (arg) => translate(arg, context)),
    );
    return { code, type: UNKNOWN, exact: false };
  }
  const called = target?.kind === 'identifier' ? `${target.name}.${name}` : name;
  throw new ExpressionProblem('unsupported', `"${called}(…)" calls Java code`, at.from, at.to);
}

/** `execution.getVariable('total')` reads a variable as its name does. */
function variableRead({ object, name, args: [arg] }: Call): string | undefined {
  const reads = object?.kind === 'identifier' && object.name === 'execution' && name === 'getVariable';
  return reads && arg?.kind === 'literal' && typeof arg.value === 'string' ? arg.value : undefined;
}

function asText(object: Code): Code {
  return { kind: 'call', callee: { kind: 'name', name: 'String' }, args: [object] };
}

function named(name: string): Method {
  return (object, args) => method(object, name, ...args);
}

function length(object: Code): Code {
  return { kind: 'member', object, name: 'length' };
}

function equal(left: Code, right: Code): Code {
  return { kind: 'binary', operator: '===', left, right };
}
