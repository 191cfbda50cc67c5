/**
 * ISO 8601 durations, dates and repetitions, as BPMN timers use them. Everything is reckoned in UTC.
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
}

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const DURATION = new RegExp(
  `^([+-])?P(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?(?:T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
);
const DATE_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
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

/** Parses `2026-03-01`, `2026-03-01T09:00:00+01:00` and the like; without an offset it is UTC. */
export function parseIsoDate(text: string): Date | undefined {
  const trimmed = text.trim();
  const match = DATE_TIME.exec(trimmed);
  if (!match) return undefined;
  const complete = match[1] === undefined || match[4] !== undefined ? trimmed : `${trimmed}Z`;
  const date = new Date(complete.replace(',', '.'));
  return Number.isNaN(date.getTime()) || !isRealDay(trimmed) ? undefined : date;
}

/** Parses `R/PT1H`, `R3/PT10M`, `R3/<date>/PT1H`, `R/PT1H/<date>`. */
export function parseIsoCycle(text: string): IsoCycle | undefined {
  const [head, ...rest] = text.trim().split('/');
  const times = /^R(\d*)$/.exec(head ?? '');
  if (!times || rest.length < 1 || rest.length > 2) return undefined;
  const count = times[1] ? { times: Number(times[1]) } : {};
  const [first, second] = rest as [string, string | undefined];
  if (second === undefined) {
    const interval = parseIsoDuration(first);
    return interval && { ...count, interval };
  }
  const start = parseIsoDate(first);
  const interval = parseIsoDuration(start ? second : first);
  const end = start ? undefined : parseIsoDate(second);
  if (!interval || !(start ?? end)) return undefined;
  return { ...count, interval, ...(start && { start }), ...(end && { end }) };
}

/** The moment `duration` after `from`. The last day of a month stays the last day: 31 January plus P1M is 28 February. */
export function addIsoDuration(from: Date, duration: IsoDuration): Date {
  const sign = duration.negative ? -1 : 1;
  const result = new Date(from);
  const day = result.getUTCDate();
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + sign * (duration.years * 12 + duration.months));
  result.setUTCDate(Math.min(day, daysInMonth(result)));
  result.setUTCDate(result.getUTCDate() + sign * duration.days);
  return new Date(result.getTime() + sign * duration.milliseconds);
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** `new Date('2026-02-30')` is 2 March: dates that no calendar has are refused. */
function isRealDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(new Date(Date.UTC(year, month - 1, 1)));
}
