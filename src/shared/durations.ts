import { momentAt, timeZone } from './time-zone';

/**
 * ISO 8601 durations, dates and repetitions, as BPMN timers use them. Without a time zone everything is reckoned in UTC.
 */

export interface IsoDuration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** Weeks, hours, minutes and seconds have a fixed length; all of it in milliseconds. */
  readonly milliseconds: number;
  readonly negative: boolean;
}

/** A repetition such as `R3/PT10M`: every interval, `times` times; without `times`, without end. */
export interface IsoCycle {
  readonly times?: number;
  readonly interval: IsoDuration;
  /** When the first interval begins. */
  readonly start?: Date;
  /** No repetition after this. */
  readonly end?: Date;
  /** In whose time days, months and years are reckoned; UTC without one. */
  readonly zone?: string;
}

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const DURATION = new RegExp(
  `^([+-])?P(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?(?:T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
);
const DATE_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** As Java writes it, or as FEEL does: `…[Europe/Berlin]`, `…@Europe/Berlin`. */
const ZONED = /^(.*?)(?:\[([^\]]+)\]|@(.+))$/;
/** Names of time zones have slashes as well. */
const SEPARATOR = /\/(?=[+-]?P[\dT]|\d{4}-)/;
const HOUR = 3_600_000;

/** Parses `P1Y2M3DT4H5M6.7S` and the like; undefined if `text` is not an ISO 8601 duration. */
export function parseIsoDuration(text: string): IsoDuration | undefined {
  const match = DURATION.exec(text.trim());
  // `P`, `PT` and `P1DT` say nothing: at least one component, and one after each T.
  if (!match || !/\d/.test(text) || text.trim().endsWith('T')) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part: string | undefined) => (part === undefined ? 0 : Number(part.replace(',', '.')))) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Years and months have no fixed length, so a fraction of one has no meaning.
  if (!Number.isInteger(years) || !Number.isInteger(months)) return undefined;
  return {
    years,
    months,
    days: Math.trunc(days),
    milliseconds: Math.round(
      (days % 1) * 24 * HOUR + weeks * 168 * HOUR + hours * HOUR + minutes * 60_000 + seconds * 1000,
    ),
    negative: match[1] === '-',
  };
}

/**
 * Parses `2026-03-01`, `2026-03-01T09:00:00+01:00`, `2026-03-01T09:00[Europe/Berlin]` and the like; without an offset or
 * a time zone it is UTC.
 */
export function parseIsoDate(text: string): Date | undefined {
  return parseZonedDate(text)?.date;
}

/** Parses `R/PT1H`, `R3/PT10M`, `R3/<date>/PT1H`, `R/PT1H/<date>`. */
export function parseIsoCycle(text: string): IsoCycle | undefined {
  const [head, first, second, ...rest] = text.trim().split(SEPARATOR);
  const times = /^R(\d*)$/.exec(head ?? '');
  if (!times || first === undefined || rest.length > 0) return undefined;
  const count = times[1] ? { times: Number(times[1]) } : {};
  if (second === undefined) {
    const interval = parseIsoDuration(first);
    return interval && { ...count, interval };
  }
  const start = parseZonedDate(first);
  const end = start ? undefined : parseZonedDate(second);
  const interval = parseIsoDuration(start ? second : first);
  const bound = start ?? end;
  if (!interval || !bound) return undefined;
  const zone = bound.zone === undefined ? {} : { zone: bound.zone };
  return { ...count, ...zone, interval, ...(start && { start: start.date }), ...(end && { end: end.date }) };
}

interface ZonedDate {
  readonly date: Date;
  readonly zone?: string;
}

function parseZonedDate(text: string): ZonedDate | undefined {
  const [, local = text.trim(), bracketed, marked] = ZONED.exec(text.trim()) ?? [];
  const name = bracketed ?? marked;
  const zone = timeZone(name);
  const match = DATE_TIME.exec(local);
  if (!match || !zone || !isRealDay(local)) return undefined;
  const [, time, , , offset] = match;
  const complete = time === undefined || offset !== undefined ? local : `${local}Z`;
  const written = new Date(complete.replace(',', '.'));
  if (Number.isNaN(written.getTime())) return undefined;
  const date = offset === undefined ? momentAt(written, zone) : written;
  return { date, ...(name !== undefined && { zone: name }) };
}

/** Milliseconds from one moment on; default: as long as in January 1970, which has 31 days. */
export function lengthOf(duration: IsoDuration, from = new Date(0)): number {
  return addIsoDuration(from, duration).getTime() - from.getTime();
}

/**
 * The moment `duration`, or `times` of it, after `from`. The last day of a month stays the last day: 31 January plus P1M
 * is 28 February, plus two of it 31 March. In a time zone days are as long as the clock makes them.
 */
export function addIsoDuration(
  from: Date,
  duration: IsoDuration,
  { times = 1, zone: name }: { readonly times?: number; readonly zone?: string | undefined } = {},
): Date {
  const zone = timeZone(name);
  if (!zone) throw new RangeError(`There is no time zone '${name}'.`);
  const count = duration.negative ? -times : times;
  const wall = new Date(zone.wallTime(from));
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + count * (duration.years * 12 + duration.months));
  wall.setUTCDate(Math.min(day, daysInMonth(wall)));
  wall.setUTCDate(wall.getUTCDate() + count * duration.days);
  // An hour later is an hour later also where the clock is put back, which its day does not tell.
  const isMoved = duration.years !== 0 || duration.months !== 0 || duration.days !== 0;
  const moved = isMoved ? momentAt(wall, zone) : from;
  return new Date(moved.getTime() + count * duration.milliseconds);
}

/** When a repetition with a start comes next; undefined if it is over. */
export function nextOfCycle(
  { times, interval, start, zone }: IsoCycle & { readonly start: Date },
  { after, including }: { readonly after: Date; readonly including: boolean },
): Date | undefined {
  const nth = (n: number) => addIsoDuration(start, interval, { times: n, zone });
  if (nth(1) <= start) return undefined;
  const isOver = (n: number) => (including ? nth(n) < after : nth(n) <= after);
  // Months and days differ in length, so the number is searched for, by halves.
  let [over, n] = [-1, 0];
  while (isOver(n)) [over, n] = [n, n * 2 + 1];
  while (n - over > 1) {
    const middle = Math.floor((over + n) / 2);
    if (isOver(middle)) over = middle;
    else n = middle;
  }
  return times !== undefined && n >= times ? undefined : nth(n);
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** `new Date('2026-02-30')` is 2 March: dates that no calendar has are refused. */
function isRealDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(new Date(Date.UTC(year, month - 1, 1)));
}
