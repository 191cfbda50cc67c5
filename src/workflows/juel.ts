import type { DateTime } from './date-time';
import { shown } from './expressions';

/*
 * JUEL converts between types as it goes. Where the compiler does not know a type, these say what TypeScript's own
 * conversions would get wrong. Temporal calls: none.
 */

/**
 * What JUEL takes for true: `true`, and the text `true` in any case. Null and all other texts are false.
 *
 * @throws TypeError for what is no boolean and no text, which `evaluate` makes an `ExpressionFailed` of.
 * @example
 * if (holds('Flow_Ship', vars, ({ paid, amount }) => isTrue(paid) && amount > 100)) …
 */
export function isTrue(value: unknown): boolean {
  if (isNothing(value)) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  throw new TypeError(`${shown(value)} is neither true nor false`);
}

/** JUEL's `value == false`: null equals nothing, so it is not false either. */
export function isFalse(value: unknown): boolean {
  return !isNothing(value) && !isTrue(value);
}

/**
 * The number that JUEL calculates with: null and the empty text are 0, other texts are read.
 *
 * @throws TypeError for what is no number.
 */
export function toNumber(value: unknown): number {
  if (isNothing(value) || value === '') return 0;
  const number = typeof value === 'string' && !/^\s|\s$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && !Number.isNaN(number)) return number;
  throw new TypeError(`${shown(value)} is not a number`);
}

/**
 * JUEL's `==`: a boolean and another value are compared as booleans, a number and a text as numbers, lists and maps by
 * what they contain; null equals null alone.
 *
 * @throws TypeError for what cannot be converted so.
 */
export function equal(a: unknown, b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (typeof a === 'boolean' || typeof b === 'boolean') return isTrue(a) === isTrue(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (isTime(a) || isTime(b)) return asDate(a).getTime() === asDate(b).getTime();
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const inner = (key: string) => [a, b].map((of) => (of as Record<string, unknown>)[key]);
  return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && same(inner(key)));
}

/**
 * JUEL's `<`, `<=`, `>` and `>=`: a number and a text are compared as numbers, a moment and a text as moments, texts as
 * texts; null is neither less nor more than anything.
 *
 * @throws TypeError for what cannot be compared.
 * @example
 * if (holds('Flow_Risky', vars, ({ score }) => compare(score, '<', 5))) …
 */
export function compare(a: unknown, operator: '<' | '<=' | '>' | '>=', b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b) && operator.endsWith('=');
  if (a === b) return operator.endsWith('=');
  const [left, right] = comparable(a, b);
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function comparable(a: unknown, b: unknown): [number, number] | [string, string] {
  if (typeof a === 'number' || typeof b === 'number') return [toNumber(a), toNumber(b)];
  if (isTime(a) || isTime(b)) return [asDate(a).getTime(), asDate(b).getTime()];
  if (typeof a === 'string' || typeof b === 'string') return [written(a), written(b)];
  throw new TypeError(`${shown(a)} and ${shown(b)} have no order`);
}

/** What is in lists and maps is compared as it is. */
function same([a, b]: readonly unknown[]): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  return typeof a === typeof b && equal(a, b);
}

/** Java's `size()` of a list or map, which are `length` and the number of properties here. */
export function sizeOf(value: readonly unknown[] | object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/**
 * A moment to compare with others: a date, or its ISO 8601 text, which is what variables hold. Without a time zone it is
 * in UTC. Null is an invalid date, which is neither before nor after any other.
 *
 * @throws TypeError for what is no moment.
 * @example
 * holds('Flow_Late', vars, ({ due }) => asDate(due) < new Date())
 */
export function asDate(value: unknown): Date {
  if (isNothing(value)) return new Date(NaN);
  const moment = isTime(value) ? millisecondsOf(value) : typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(moment)) throw new TypeError(`${shown(value)} is no date`);
  return new Date(moment);
}

function isTime(value: unknown): value is Date | DateTime {
  return value instanceof Date || (typeof value === 'object' && value !== null && 'getMillis' in value);
}

function millisecondsOf(time: Date | DateTime): number {
  return time instanceof Date ? time.getTime() : time.getMillis();
}

/**
 * A text with values in it, as JUEL writes them: nothing for null, lists and maps as in Java (`[a, b]`, `{key=value}`),
 * dates in ISO 8601.
 *
 * @example
 * evaluate('Task_Review', vars, ({ order, customer }) => asText`Order ${order.id} of ${customer}`)
 */
export function asText(texts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return texts.map((text, i) => (i === 0 ? text : written(values[i - 1], '') + text)).join('');
}

function written(value: unknown, nothing = 'null'): string {
  if (isNothing(value)) return nothing;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `[${value.map((item) => written(item)).join(', ')}]`;
  if (typeof value !== 'object' || isTime(value)) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}=${written(inner)}`);
  return `{${entries.join(', ')}}`;
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
