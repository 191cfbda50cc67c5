import {
  duration,
  evaluate,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelTime,
  parseDate,
  parseTime,
} from 'feelin';
import { described } from './compare';
import type { Refuse } from './define';

/** `a + b`. A date stays one, whatever is added. */
export function sum(a: unknown, b: unknown, refuse: Refuse): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return temporal('+', a, b) ?? refuse(`${described(a)} and ${described(b)} cannot be added`);
}

/** `a - b`; of two times or dates a duration. */
export function difference(a: unknown, b: unknown, refuse: Refuse): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const result = isMoment(a) && isMoment(b) ? timeBetween(a, b) : temporal('-', a, b);
  return result ?? refuse(`${described(b)} cannot be subtracted from ${described(a)}`);
}

type Moment = FeelDate | FeelDateTime | FeelTime;

function isMoment(value: unknown): value is Moment {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime;
}

/** A moment or a duration, and a duration. */
function temporal(sign: '+' | '-', a: unknown, b: unknown): unknown {
  const [moment, other] = isMoment(b) && sign === '+' ? [b, a] : [a, b];
  if (!(other instanceof FeelDuration) || (moment instanceof FeelTime && other.yearsMonths)) return null;
  const given = { a: moment, b: other };
  return evaluate(moment instanceof FeelDate ? `date(a ${sign} b)` : `a ${sign} b`, given).value;
}

/** How long it is from `b` to `a`, wherever their clocks are; what has no zone is in UTC. */
function timeBetween(a: Moment, b: Moment): FeelDuration | null {
  if (a instanceof FeelTime !== b instanceof FeelTime) return null;
  return new FeelDuration(instantOf(a).since(instantOf(b), { largestUnit: 'hour' }), false);
}

function instantOf(moment: Moment) {
  const [day, time] = moment instanceof FeelTime ? [FIRST_DAY, moment] : [moment, MIDNIGHT];
  const dateTime =
    moment instanceof FeelDateTime
      ? moment
      : (evaluate('date and time(a, b)', { a: day, b: time }).value as FeelDateTime);
  const zone = dateTime.timezone ?? 'UTC';
  return dateTime.unwrap().toZonedDateTime(zone).toInstant();
}

const FIRST_DAY = parseDate('1970-01-01');
const MIDNIGHT = parseTime('00:00:00');

/** `a * b`, also of a duration and a number. */
export function product(a: unknown, b: unknown, refuse: Refuse): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a instanceof FeelDuration && typeof b === 'number') return ofSize(sizeOf(a) * b, a);
  if (typeof a === 'number' && b instanceof FeelDuration) return ofSize(a * sizeOf(b), b);
  return refuse(`${described(a)} cannot be multiplied by ${described(b)}`);
}

/** `a / b`; of a duration by a number a duration, of two durations how often one is in the other. */
export function quotient(a: unknown, b: unknown, refuse: Refuse): unknown {
  const divisor = b instanceof FeelDuration ? sizeOf(b) : b;
  if (divisor === 0) return refuse('division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  if (a instanceof FeelDuration && typeof b === 'number') return ofSize(sizeOf(a) / b, a);
  if (a instanceof FeelDuration && b instanceof FeelDuration && a.yearsMonths === b.yearsMonths)
    return sizeOf(a) / sizeOf(b);
  return refuse(`${described(a)} cannot be divided by ${described(b)}`);
}

/** In months, or in seconds. */
function sizeOf(of: FeelDuration): number {
  const value = of.unwrap();
  return of.yearsMonths ? value.years * 12 + value.months : value.total({ unit: 'second' });
}

/** A duration of the same kind. A part of a month does not count. */
function ofSize(size: number, { yearsMonths }: FeelDuration): FeelDuration | null {
  const sign = size < 0 ? '-' : '';
  const amount = Math.abs(size);
  return duration(yearsMonths ? `${sign}P${Math.trunc(amount)}M` : `${sign}PT${inDecimals(amount)}S`);
}

/** Without an exponent, which ISO 8601 does not know; FEEL's durations end at nanoseconds. */
function inDecimals(seconds: number): string {
  return seconds.toFixed(9).replace(/\.?0+$/, '');
}
