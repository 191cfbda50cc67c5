import {
  duration,
  evaluate,
  FeelDate,
  FeelDateTime,
  FeelTime,
  parseDate,
  parseDateTime,
  type FeelDuration,
} from 'feelin';
import { described } from './compare';
import { define, type Functions, type Refuse } from './define';

/** Functions for dates. */
export function dateFunctions(refuse: Refuse): Functions {
  return {
    'date and time': define(['date', 'time', 'from'], (date, time, from) => {
      if (date instanceof FeelDateTime && typeof time === 'string') return inZone(date, time, refuse);
      if (isDay(date) && time instanceof FeelTime) return combined(date, time);
      const text = from ?? date;
      if (text === null || text === undefined) return null;
      const parsed = typeof text === 'string' ? parseDateTime(inIso(text)) : null;
      return parsed ?? refuse(`date and time: ${described(text)} is no date and time in ISO 8601`);
    }),
    'years and months duration': define(['from', 'to'], (from, to) => {
      if ((from ?? null) === null || (to ?? null) === null) return null;
      if (isDay(from) && isDay(to)) return wholeMonths(from, to);
      return refuse(
        `years and months duration: it takes two dates, not ${described(from)}, ${described(to)}`,
      );
    }),
    'last day of month': define(['date'], (date) => {
      if (isDay(date)) return lastDay(date);
      return (date ?? null) === null ? null : refuse(`last day of month: ${described(date)} is no date`);
    }),
  };
}

type Day = FeelDate | FeelDateTime;

function isDay(value: unknown): value is Day {
  return value instanceof FeelDate || value instanceof FeelDateTime;
}

/** feelin's own function of this name takes two values as well. */
function combined(date: Day, time: FeelTime): unknown {
  return evaluate('date and time(a, b)', { a: date, b: time }).value;
}

/** `…+02:00[Europe/Berlin]`, as Java writes it, says the same twice; an offset without a colon would be lost. */
function inIso(text: string): string {
  return text.replace(/(?:Z|[+-]\d\d:\d\d)?\[([^\]]+)\]$/, '@$1').replace(/(T.*[+-]\d\d)(\d\d)$/, '$1:$2');
}

/** The same moment elsewhere; what has no zone is in UTC, as everything in workflows. */
function inZone(date: FeelDateTime, zone: string, refuse: Refuse): FeelDateTime | null {
  try {
    const name = zone === 'Z' ? 'UTC' : zone;
    const there = date
      .unwrap()
      .toZonedDateTime(date.timezone ?? 'UTC')
      .withTimeZone(name);
    return new FeelDateTime(there.toPlainDateTime(), name);
  } catch {
    return refuse(`date and time: ${described(zone)} is no time zone`);
  }
}

/** The whole months between two dates; days that are left over do not count. */
function wholeMonths(from: Day, to: Day): FeelDuration | null {
  const between = (to.year - from.year) * 12 + to.month - from.month;
  const days = to.day - from.day;
  const isShort = between > 0 ? days < 0 : between < 0 && days > 0;
  const whole = between - (isShort ? Math.sign(between) : 0);
  const size = Math.abs(whole);
  return duration(`${whole < 0 ? '-' : ''}P${Math.floor(size / 12)}Y${size % 12}M`);
}

function lastDay({ year, month }: Day): FeelDate | null {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
  return parseDate(`${String(year).padStart(4, '0')}-${mm}-${dd}`);
}
