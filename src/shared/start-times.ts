import {
  bothDays,
  exactly,
  LAST_DAYS,
  MONTHS,
  nextIn,
  timeOfDay,
  YEARS,
  type Calendar,
  type Days,
} from './calendar';
import { parseCron } from './cron';
import { addIsoDuration, parseIsoCycle, parseIsoDate, parseIsoDuration, type IsoCycle } from './durations';
import { timeZone } from './time-zone';

/** When a timer starts a process, in what Temporal's schedules have: all that is in the calendars or the interval. */
export interface StartTimes {
  readonly calendars?: readonly Calendar[];
  /** Every so many milliseconds; `offset` from 1970. */
  readonly interval?: { readonly every: number; readonly offset: number };
  /** Of the calendars; UTC without one. */
  readonly zone?: string;
  /** Nothing before it, and nothing after it. */
  readonly from?: Date;
  readonly until?: Date;
  /** Whether it is reckoned from the moment of `startTimes`: another one gives other times. */
  readonly isRelative: boolean;
  /** Whether there is a last one. */
  readonly isLimited: boolean;
}

/** More than enough for timers that people draw; each start is a calendar of its own. */
const MAX_LISTED = 100;
const DAY = 86_400_000;

/**
 * Reads the timer of a start event: ISO 8601 dates, durations and repetitions, and cron expressions.
 *
 * @param now what durations, and repetitions without a start, are reckoned from
 * @returns undefined if it is no timer; `'irregular'` if Temporal's schedules cannot say it
 */
export function startTimes(text: string, now: Date): StartTimes | 'irregular' | undefined {
  const date = parseIsoDate(text);
  if (date) return { ...once(date), isRelative: false, isLimited: true };
  const duration = parseIsoDuration(text);
  if (duration) return { ...once(addIsoDuration(now, duration)), isRelative: true, isLimited: true };
  const cycle = parseIsoCycle(text);
  if (cycle) return repeated(cycle, now);
  const cron = parseCron(text);
  if (!cron || !timeZone(cron.zone)) return undefined;
  return { calendars: cron.calendars, ...inZone(cron.zone), isRelative: false, isLimited: false };
}

function once(moment: Date): { readonly calendars: readonly Calendar[] } {
  // Schedules know no parts of seconds; earlier it must not be.
  return { calendars: [exactly(new Date(Math.ceil(moment.getTime() / 1000) * 1000))] };
}

function repeated(cycle: IsoCycle, now: Date): StartTimes | 'irregular' {
  const { times, interval, end, zone } = cycle;
  const nth = (start: Date, n: number) => addIsoDuration(start, interval, { times: n, zone });
  const origin = cycle.start ?? new Date(Math.ceil(now.getTime() / 1000) * 1000);
  const first = cycle.start ?? nth(origin, 1);
  const last = times === undefined ? end : nth(origin, cycle.start ? times - 1 : times);
  if (nth(first, 1) <= first || times === 0) return 'irregular';

  const rhythm = regular(cycle, origin) ?? listed(cycle, (n) => nth(origin, cycle.start ? n : n + 1));
  if (!rhythm) return 'irregular';
  return {
    ...rhythm,
    ...inZone(zone),
    from: first,
    ...(last && { until: end && end < last ? end : last }),
    isRelative: cycle.start === undefined,
    isLimited: last !== undefined,
  };
}

/** By an interval, or by calendars of days, weeks or months; `origin` is one of the times. */
function regular(
  { interval, zone }: IsoCycle,
  origin: Date,
): Pick<StartTimes, 'calendars' | 'interval'> | undefined {
  const { days, milliseconds } = interval;
  const months = interval.years * 12 + interval.months;
  const wall = timeZone(zone)?.wallTime(origin) ?? origin;
  if (wall.getTime() % 1000 !== 0) return undefined;
  const time = timeOfDay(wall);
  if (months > 0) {
    if (days > 0 || milliseconds > 0) return undefined;
    return { calendars: everyMonths(months, wall).map((matching) => ({ ...time, ...matching })) };
  }
  // In a time zone a day is not always as long.
  const hasLongDays = zone !== undefined && days + milliseconds / DAY >= 1;
  if (hasLongDays) {
    const whole = days + milliseconds / DAY;
    if (whole !== 1 && whole !== 7) return undefined;
    return { calendars: [{ ...time, ...(whole === 7 && { dayOfWeek: [wall.getUTCDay()] }) }] };
  }
  const every = days * DAY + milliseconds;
  return every % 1000 === 0
    ? { interval: { every, offset: ((origin.getTime() % every) + every) % every } }
    : undefined;
}

/** The day of `origin`, every so many months; in shorter months their last day. */
function everyMonths(months: number, origin: Date): readonly Days[] {
  const day = origin.getUTCDate();
  const [firstYear, firstMonth] = [origin.getUTCFullYear(), origin.getUTCMonth()];
  const hits = (year: number, month: number) =>
    ((year - firstYear) * 12 + month - 1 - firstMonth) % months === 0;
  // Where the months are the same every year, they need no years.
  const within: readonly Days[] =
    12 % months === 0
      ? [{ month: MONTHS.filter((month) => hits(firstYear, month)) }]
      : MONTHS.map((month) => ({ month: [month], year: YEARS.filter((year) => hits(year, month)) }));
  if (day <= 28)
    return within.filter(({ year }) => year?.length !== 0).map((one) => ({ ...one, dayOfMonth: [day] }));
  return within.flatMap((one) =>
    LAST_DAYS.flatMap(
      ({ last, ...month }) => bothDays({ ...month, dayOfMonth: [Math.min(day, last)] }, one) ?? [],
    ),
  );
}

/** One by one, where they are few. */
function listed(
  { times, zone }: IsoCycle,
  nth: (n: number) => Date,
): Pick<StartTimes, 'calendars'> | undefined {
  if (times === undefined || times > MAX_LISTED) return undefined;
  const clock = timeZone(zone);
  const moments = Array.from({ length: times }, (_, n) => nth(n));
  if (!clock || moments.some((moment) => moment.getTime() % 1000 !== 0)) return undefined;
  return { calendars: moments.map((moment) => exactly(clock.wallTime(moment))) };
}

function inZone(zone: string | undefined): Pick<StartTimes, 'zone'> {
  return zone === undefined ? {} : { zone };
}

/** The first start after a moment; undefined if all of them are over. */
export function nextStart(times: StartTimes, after: Date): Date | undefined {
  const { calendars = [], interval, from, until } = times;
  // A second before, so that the first start itself is found.
  const since = from && from > after ? new Date(from.getTime() - 1000) : after;
  const zone = timeZone(times.zone);
  const next = interval
    ? new Date(since.getTime() + interval.every - ((since.getTime() - interval.offset) % interval.every))
    : zone && nextIn(calendars, zone, since);
  return next && until && next > until ? undefined : next;
}
