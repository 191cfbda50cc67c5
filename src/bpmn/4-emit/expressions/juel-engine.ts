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
    return isTime(object) && TIME_METHOD.test(name)
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

/** `dateTime()`, and what its methods give. */
function isTime(node: Juel): boolean {
  if (node.kind !== 'call') return false;
  if (!node.object) return node.name === 'dateTime';
  return isTime(node.object) && /^(plus|minus|with)/.test(node.name);
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
