import { SCRIPT_EXECUTION, SCRIPT_TASK_METHODS } from '../../../shared/script-execution';
import type { Code } from './code';
import type { Juel } from './juel-syntax';

type Call = Extract<Juel, { kind: 'call' }>;

/** Methods of the time that `dateTime()` gives, see `batonflow/workflow`. */
const TIME_METHOD =
  /^((plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)|withTimeAtStartOfDay|toDate|toString|isAfter|isBefore|getMillis|get(Year|MonthOfYear|DayOfMonth|DayOfWeek|HourOfDay|MinuteOfHour))$/;
const FUNCTIONS: Readonly<Record<string, number>> = { dateTime: 0, now: 0, S: 1, JSON: 1 };

/** What engines offer to expressions besides variables: the time, and JSON that comes as text. */
export function engineCall({ object, name, args }: Call, translate: (node: Juel) => Code): Code | undefined {
  if (object) {
    return isDateTime(object) && TIME_METHOD.test(name) && (name !== 'toString' || args.length === 0)
      ? {
          kind: 'call',
          callee: { kind: 'member', object: translate(object), name },
          args: args.map(translate),
        }
      : undefined;
  }
  if (!Object.hasOwn(FUNCTIONS, name) || FUNCTIONS[name] !== args.length) return undefined;
  if (name === 'now') return { kind: 'new', callee: { kind: 'name', name: 'Date' }, args: [] };
  const helper = name === 'dateTime' ? 'dateTime' : 'asJson';
  return { kind: 'call', callee: { kind: 'name', name: helper }, args: args.map(translate) };
}

/** `dateTime().year`, which is a method here. */
export function timeProperty(
  { object, name }: Extract<Juel, { kind: 'property' }>,
  translate: (node: Juel) => Code,
): Code | undefined {
  const method = `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const isKnown = isDateTime(object) ? TIME_METHOD.test(method) : isTime(object) && method === 'getTime';
  if (!isKnown) return undefined;
  return { kind: 'call', callee: { kind: 'member', object: translate(object), name: method }, args: [] };
}

/** `now()`, `dateTime()`, and what the methods of that give. */
export function isTime(node: Juel): boolean {
  if (node.kind !== 'call') return false;
  if (!node.object) return node.name === 'now' || node.name === 'dateTime';
  return isDateTime(node) || (node.name === 'toDate' && isDateTime(node.object));
}

/** What has the methods of `dateTime()`, and no others. */
export function isDateTime(node: Juel): boolean {
  if (node.kind !== 'call') return false;
  if (!node.object) return node.name === 'dateTime';
  return isDateTime(node.object) && /^(plus|minus|with)/.test(node.name);
}

const TASK: Code = { kind: 'name', name: 'humanTask' };

/** What listeners of a user task have besides variables: the task, and Camunda's `execution`, which it leads to. */
export function taskObject(name: string): Code | undefined {
  if (name === 'task') return TASK;
  return name === 'execution' ? { kind: 'member', object: TASK, name } : undefined;
}

/** `task.setAssignee('eve')`: what the runtime offers them. */
export function taskCall({ object, name, args }: Call, translate: (node: Juel) => Code): Code | undefined {
  if (object?.kind !== 'identifier') return undefined;
  const methods: readonly string[] = object.name === 'task' ? SCRIPT_TASK_METHODS : SCRIPT_EXECUTION;
  const target = methods.includes(name) ? taskObject(object.name) : undefined;
  return (
    target && { kind: 'call', callee: { kind: 'member', object: target, name }, args: args.map(translate) }
  );
}

const EXECUTION: Code = { kind: 'name', name: 'execution' };
/** What Camunda 7's `execution` has as properties, by the methods that the runtime has. */
const EXECUTION_PROPERTIES: Readonly<Record<string, string>> = {
  businessKey: 'getProcessBusinessKey',
  currentActivityId: 'getCurrentActivityId',
  processBusinessKey: 'getProcessBusinessKey',
  processInstanceId: 'getProcessInstanceId',
};

/** `execution.getVariable('total')`: null where there is no such variable. */
export function executionCall(
  { object, name, args }: Call,
  { execution }: Offered,
  translate: (node: Juel) => Code,
): Code | undefined {
  if (!execution || object?.kind !== 'identifier' || object.name !== 'execution') return undefined;
  const method = name === 'getBusinessKey' ? 'getProcessBusinessKey' : name;
  if (!(SCRIPT_EXECUTION as readonly string[]).includes(method)) return undefined;
  return ofExecution(method, args.map(translate));
}

/** `execution.processBusinessKey` */
export function executionProperty(
  { object, name }: Extract<Juel, { kind: 'property' }>,
  { execution }: Offered,
): Code | undefined {
  if (!execution || object.kind !== 'identifier' || object.name !== 'execution') return undefined;
  const method = Object.hasOwn(EXECUTION_PROPERTIES, name) ? EXECUTION_PROPERTIES[name] : undefined;
  return method === undefined ? undefined : ofExecution(method, []);
}

interface Offered {
  /** Where the expression stands, there is an `execution`. */
  readonly execution?: true;
}

function ofExecution(method: string, args: readonly Code[]): Code {
  return { kind: 'call', callee: { kind: 'member', object: EXECUTION, name: method }, args };
}
