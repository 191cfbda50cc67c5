import type { TimeZone } from './time-zone';

/**
 * Seconds of the calendar, as Temporal's schedules describe them: a second belongs to it when every part matches. A part
 * that is undefined matches always.
 */
export interface Calendar {
  readonly second: readonly number[];
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly dayOfMonth?: readonly number[];
  /** 1 is January. */
  readonly month?: readonly number[];
  readonly year?: readonly number[];
  /** 0 is Sunday. */
  readonly dayOfWeek?: readonly number[];
}

/** The parts of a calendar that say which days. */
export type Days = Pick<Calendar, 'dayOfMonth' | 'month' | 'year' | 'dayOfWeek'>;

/** Years that Temporal's schedules know. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
export const YEARS = numbers(FIRST_YEAR, LAST_YEAR);
/** What does not come within so many years, as the 30th of February, never comes; the 29th on a Monday takes 40. */
const RARELY = 100;
export const MONTHS = numbers(1, 12);

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** All months, by the number of their last day. */
export const LAST_DAYS: readonly (Days & { readonly month: readonly number[]; readonly last: number })[] = [
  { last: 31, month: [1, 3, 5, 7, 8, 10, 12] },
  { last: 30, month: [4, 6, 9, 11] },
  { last: 29, month: [2], year: YEARS.filter(isLeap) },
  { last: 28, month: [2], year: YEARS.filter((year) => !isLeap(year)) },
];

/** What is in both; undefined if nothing is. */
export function bothDays(a: Days, b: Days): Days | undefined {
  const parts = (['dayOfMonth', 'month', 'year', 'dayOfWeek'] as const).map((part) => {
    const [one, other] = [a[part], b[part]];
    return [part, one && other ? one.filter((value) => other.includes(value)) : (one ?? other)] as const;
  });
  if (parts.some(([, values]) => values?.length === 0)) return undefined;
  return Object.fromEntries(parts.filter(([, values]) => values !== undefined));
}

/** The second that a clock shows. */
export function exactly(wallTime: Date): Calendar {
  return {
    ...timeOfDay(wallTime),
    dayOfMonth: [wallTime.getUTCDate()],
    month: [wallTime.getUTCMonth() + 1],
    year: [wallTime.getUTCFullYear()],
  };
}

/** That second of every day. */
export function timeOfDay(wallTime: Date): Pick<Calendar, 'second' | 'minute' | 'hour'> {
  return {
    second: [wallTime.getUTCSeconds()],
    minute: [wallTime.getUTCMinutes()],
    hour: [wallTime.getUTCHours()],
  };
}

/**
 * The first moment after another one that belongs to one of the calendars; undefined if none does. As in Temporal's
 * schedules a time that the clock leaves out does not come, and one that it shows twice comes twice.
 */
export function nextIn(calendars: readonly Calendar[], zone: TimeZone, after: Date): Date | undefined {
  return earliest(calendars.flatMap((calendar) => nextOf(calendar, zone, after) ?? []));
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

function nextOf(calendar: Calendar, zone: TimeZone, after: Date): Date | undefined {
  const shown = zone.wallTime(after).getTime();
  const later = new Date(after.getTime() + 3 * HOUR);
  // Where the clock is about to be put back, it will show again what it has shown already.
  const back = Math.max(0, shown + 3 * HOUR - zone.wallTime(later).getTime());
  const found = [...new Set([shown, shown - back])].flatMap(
    (wall) => firstShown(calendar, { zone, after, wall }) ?? [],
  );
  return earliest(found);
}

function firstShown(
  calendar: Calendar,
  { zone, after, wall }: { readonly zone: TimeZone; readonly after: Date; readonly wall: number },
): Date | undefined {
  let next: Date | undefined = new Date(wall);
  while ((next = nextWallTime(calendar, next))) {
    const moment = zone.moments(next).find((one) => one > after);
    if (moment) return moment;
  }
  return undefined;
}

function earliest(moments: readonly Date[]): Date | undefined {
  return moments.reduce<Date | undefined>((first, one) => (first && first <= one ? first : one), undefined);
}

/** What a clock shows when it next shows something that belongs to the calendar. */
function nextWallTime(calendar: Calendar, after: Date): Date | undefined {
  const from = Math.floor(after.getTime() / 1000) * 1000 + 1000;
  let day = Math.floor(from / DAY) * DAY;
  for (;;) {
    const date = new Date(day);
    if (date.getUTCFullYear() > after.getUTCFullYear() + RARELY) return undefined;
    const skipped = monthToSkip(calendar, date);
    const time = skipped === undefined && hasDay(calendar, date) ? timeFrom(calendar, from - day) : undefined;
    if (time !== undefined) return new Date(day + time);
    day = skipped ?? day + DAY;
  }
}

/** The first day of the next month or year, where this one has none. */
function monthToSkip({ year, month }: Calendar, day: Date): number | undefined {
  const [y, m] = [day.getUTCFullYear(), day.getUTCMonth()];
  if (year && !year.includes(y)) return Date.UTC(y + 1, 0);
  return month && !month.includes(m + 1) ? Date.UTC(y, m + 1) : undefined;
}

function hasDay({ dayOfMonth, dayOfWeek }: Calendar, day: Date): boolean {
  return (dayOfMonth?.includes(day.getUTCDate()) ?? true) && (dayOfWeek?.includes(day.getUTCDay()) ?? true);
}

/** The first time of day that is not earlier, in milliseconds. */
function timeFrom({ hour, minute, second }: Calendar, earliest: number): number | undefined {
  for (const h of hour) {
    if ((h + 1) * HOUR <= earliest) continue;
    for (const m of minute) {
      const s = second.find((one) => h * HOUR + m * 60_000 + one * 1000 >= earliest);
      if (s !== undefined) return h * HOUR + m * 60_000 + s * 1000;
    }
  }
  return undefined;
}

/** All whole numbers from one to another. */
export function numbers(first: number, last: number, step = 1): number[] {
  const all: number[] = [];
  for (let number = first; number <= last; number += step) all.push(number);
  return all;
}
