import { activityName } from '../../../shared/activity-name';
import type { BeanCode, Code } from './code';
import { isEngineObject } from './engine-objects';
import type { Juel } from './juel-syntax';
import type { Lookup } from './translation';

type MethodCall = Extract<Juel, { kind: 'call' }>;

/** Makes the call of a bean's method, given its arguments. */
export type CallBean = (path: string, args: readonly Argument[]) => BeanCode;

export interface Argument {
  /** Java knows arguments by position, an activity by name: that of the variable or property, else `argument2`. */
  readonly name: string;
  /** Undefined for `execution`, which hands over all variables. */
  readonly value: { readonly code: Code; readonly exact: boolean } | undefined;
}

/** `orderService.total`, if a method call can be one of a bean: a name that is not known to be a variable. */
export function beanPath({ object, name }: MethodCall, lookup: Lookup): string | undefined {
  const names = [name];
  let at = object;
  for (; at?.kind === 'property'; at = at.object) names.unshift(at.name);
  if (at?.kind !== 'identifier' || isEngineObject(at.name)) return undefined;
  return lookup(at.name).kind === 'unknown' ? [at.name, ...names].join('.') : undefined;
}

const BEAN_NAME =
  /(service|bean|helper|delegate|repository|manager|utils?|client|provider|handler|evaluator|calculator|checker|validator|adapter|facade|dao|gateway|factory|component|controller|api)$/i;

/** By its name a bean rather than a variable, so that `isValid()` and the like are methods of it, not properties. */
export function looksLikeBean(path: string): boolean {
  return BEAN_NAME.test(path.split('.').at(-2) ?? '');
}

export function argumentsOf(
  { args }: MethodCall,
  translate: (node: Juel) => { readonly code: Code; readonly exact: boolean },
): readonly Argument[] {
  const names = args.map((arg) =>
    arg.kind === 'identifier' || arg.kind === 'property' ? arg.name : undefined,
  );
  return args.map((node, i) => {
    const given = names[i];
    const name = given !== undefined && names.indexOf(given) === i ? given : `argument${i + 1}`;
    const isExecution = node.kind === 'identifier' && node.name === 'execution';
    return { name, value: isExecution ? undefined : argument(node, translate(node)) };
  });
}

/** Of the task that a listener has, an activity gets how it is now. */
function argument(node: Juel, value: NonNullable<Argument['value']>): Argument['value'] {
  const isTask = node.kind === 'identifier' && node.name === 'task';
  return isTask ? { exact: true, code: { kind: 'member', object: value.code, name: 'state' } } : value;
}

/** Calls beans in steps named after the element, with `all` for the variables: `Task_Total.total`. */
export function beanCaller(element: string, all: string): CallBean {
  return (path, args) => ({
    kind: 'bean',
    step: `${element}.${path.slice(path.lastIndexOf('.') + 1)}`,
    path,
    activity: activityName(path),
    args: args.map(({ name, value }) =>
      value ? { name, ...value } : { name: '...', code: { kind: 'name', name: all }, exact: true },
    ),
  });
}
