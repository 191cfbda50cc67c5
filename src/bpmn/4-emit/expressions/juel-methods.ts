import { argumentsOf, beanPath, looksLikeBean, type CallBean } from './juel-beans';
import { engineCall, executionCall, isDateTime, taskCall } from './juel-engine';
import { METHODS } from './juel-method-table';
import { untyped, type Converted } from './operators';
import type { Juel } from './juel-syntax';
import { ExpressionProblem, type Lookup } from './translation';
import { isKnown, typeOfProperty, UNKNOWN, type Type } from './types';

type Call = Extract<Juel, { kind: 'call' }>;
type Translate = (node: Juel, context: JuelContext) => Converted;
/** What the translation of an expression needs to know of its surroundings. */
export interface JuelContext {
  readonly lookup: Lookup;
  /** Not there where nothing can be awaited. */
  readonly callBean?: CallBean;
  /** A listener of a user task, which has the task as `task`. */
  readonly task?: true;
  /** There is an `execution`, of which Camunda 7's expressions ask for variables. */
  readonly execution?: true;
}

/**
 * A method call: one of the above, a getter (`order.getAmount()` is the property `amount`), or Java code, which is a bean
 * whose method becomes an activity.
 */
export function translateMethod(node: Call, context: JuelContext, translate: Translate): Converted {
  const { object: target, name, args, at } = node;
  const variable = variableRead(node);
  if (variable !== undefined && isCertain(variable, context))
    return translate({ kind: 'identifier', name: variable, at }, context);
  const written = (arg: Juel) => translate(arg, context).code;
  const engine = engineCall(node, written);
  if (engine) return untyped(engine);
  if (target && isDateTime(target))
    throw new ExpressionProblem('unsupported', `a time has no "${name}(…)" here`, at.from, at.to);
  const offered = (context.task && taskCall(node, written)) ?? executionCall(node, context, written);
  if (offered) return untyped(offered);
  const bean = beanPath(node, context.lookup);
  const isBean = bean !== undefined && looksLikeBean(bean);
  const known = !isBean && Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const getter = isBean ? undefined : /^(?:get|is)(\p{Lu}.*)$/u.exec(name)?.[1];
  if (target && known?.args.includes(args.length)) {
    const object = translate(target, context);
    const values = args.map((arg) => translate(arg, context));
    const texts = [object, ...values].every(({ exact, type }) => exact && isKnown(type, 'string'));
    const codes = values.map(({ code }) => code);
    return {
      code: (isOfKnownLength(object.type) && known.ofText ? known.ofText : known.write)(object.code, codes),
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
  const called = target?.kind === 'identifier' ? `${target.name}.${name}` : name;
  if (!isBean && target && CHANGING.has(name)) throw changing(called, at);
  if (bean !== undefined && context.callBean) {
    const code = context.callBean(
      bean,
      argumentsOf(node, (arg) => translate(arg, context)),
    );
    return untyped(code);
  }
  throw new ExpressionProblem('unsupported', `"${called}(…)" calls Java code`, at.from, at.to);
}

/** Methods by which Java's lists and maps are changed. */
const CHANGING: ReadonlySet<string> = new Set([
  'add',
  'addAll',
  'clear',
  'put',
  'putAll',
  'putIfAbsent',
  'remove',
  'removeAll',
  'removeIf',
  'retainAll',
  'sort',
]);

function changing(called: string, { from, to }: Call['at']): ExpressionProblem {
  const bean = 'if it is a method of a bean, name the bean so that it shows, as in "listService"';
  const problem = `"${called}(…)" changes a list or map where it stands, which a script can do; ${bean}`;
  return new ExpressionProblem('unsupported', problem, from, to);
}

/** A text or a list, which have a `length`; what may be a map as well has not. */
function isOfKnownLength({ kind }: Type): boolean {
  return kind === 'string' || kind === 'array';
}

/** A variable that is there for certain, or there is nothing that could be asked for one. */
function isCertain(variable: string, { lookup, execution }: JuelContext): boolean {
  return !execution || isKnown(lookup(variable));
}

/** `execution.getVariable('total')` reads a variable as its name does. */
function variableRead({ object, name, args: [arg] }: Call): string | undefined {
  const reads = object?.kind === 'identifier' && object.name === 'execution' && name === 'getVariable';
  return reads && arg?.kind === 'literal' && typeof arg.value === 'string' ? arg.value : undefined;
}
