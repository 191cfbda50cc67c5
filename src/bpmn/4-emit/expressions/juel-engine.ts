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
