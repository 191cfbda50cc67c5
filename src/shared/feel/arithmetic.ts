import { duration, FeelDuration } from 'feelin';
import { described } from './compare';
import type { Refuse } from './define';

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
