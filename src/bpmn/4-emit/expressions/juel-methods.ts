import { argumentsOf, beanPath, looksLikeBean, type CallBean } from './juel-beans';
import { engineCall, taskCall } from './juel-engine';
import { METHODS } from './juel-method-table';
import type { Converted } from './operators';
import type { Juel } from './juel-syntax';
import { ExpressionProblem, type Lookup } from './translation';
import { isKnown, typeOfProperty, UNKNOWN } from './types';

type Call = Extract<Juel, { kind: 'call' }>;
type Translate = (node: Juel, context: JuelContext) => Converted;
/** What the translation of an expression needs to know of its surroundings. */
export interface JuelContext {
  readonly lookup: Lookup;
  /** Not there where nothing can be awaited. */
  readonly callBean?: CallBean;
  /** A listener of a user task, which has the task as `task`. */
  readonly task?: true;
}

/**
 * A method call: one of the above, a getter (`order.getAmount()` is the property `amount`), or Java code, which is a bean
 * whose method becomes an activity.
 */
export function translateMethod(node: Call, context: JuelContext, translate: Translate): Converted {
  const { object: target, name, args, at } = node;
  const variable = variableRead(node);
  if (variable !== undefined) return translate({ kind: 'identifier', name: variable, at }, context);
  const engine = engineCall(node, (arg) => translate(arg, context).code);
  if (engine) return { code: engine, type: UNKNOWN, exact: false };
  const ofTask = context.task && taskCall(node, (arg) => translate(arg, context).code);
  if (ofTask) return { code: ofTask, type: UNKNOWN, exact: false };
  const bean = beanPath(node, context.lookup);
  const isBean = bean !== undefined && looksLikeBean(bean);
  const known = !isBean && Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const getter = isBean ? undefined : /^(?:get|is)(\p{Lu}.*)$/u.exec(name)?.[1];
  if (target && known?.args.includes(args.length)) {
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
