import { bothDays, numbers, YEARS, type Calendar, type Days } from './calendar';
import { daysOfMonth, daysOfWeek } from './cron-days';
import { field, type Field } from './cron-field';

/** A cron expression as calendars, of which any one may match. */
export interface Cron {
  readonly calendars: readonly Calendar[];
  /** As it was written; UTC without one. */
  readonly zone?: string;
}

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const SECOND: Field = { first: 0, last: 59 };
const MINUTE: Field = { first: 0, last: 59 };
const HOUR: Field = { first: 0, last: 23 };
const MONTH: Field = {
  first: 1,
  last: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const YEAR: Field = { first: YEARS[0] ?? 2000, last: YEARS.at(-1) ?? 2100 };

/**
 * Reads a cron expression: five fields as `crontab` has them, six with seconds before them, seven with years behind them;
 * days as Quartz and Spring write them (`L`, `15W`, `FRI#2`); or `@daily` and the like. Days of the week are named, or
 * counted from Sunday = 0. `CRON_TZ=Europe/Berlin` before it says in whose time.
 *
 * With five fields a day matches when its day of the month or its day of the week does, if both are said; with six or
 * seven both must.
 *
 * @returns undefined if it is none
 * @example
 * parseCron('CRON_TZ=Europe/Berlin 30 6 * * MON-FRI')
 */
export function parseCron(text: string): Cron | undefined {
  const { zone, fields } = partsOf(text);
  const [second = '', minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] =
    fields.length === 5 ? ['0', ...fields] : fields;
  if (fields.length < 5 || fields.length > 7) return undefined;

  const time = {
    second: field(second, SECOND) ?? numbers(0, 59),
    minute: field(minute, MINUTE) ?? numbers(0, 59),
    hour: field(hour, HOUR) ?? numbers(0, 23),
  };
  const months = field(month, MONTH);
  const years = field(year, YEAR);
  const byMonth = daysOfMonth(dayOfMonth);
  const byWeek = daysOfWeek(dayOfWeek);
  const read = [time.second, time.minute, time.hour, months, years, byMonth, byWeek];
  if (read.some((values) => values?.length === 0)) return undefined;

  const either = fields.length === 5 && byMonth !== undefined && byWeek !== undefined;
  const days = either ? [...byMonth, ...byWeek] : allOf(byMonth ?? [{}], byWeek ?? [{}]);
  const within: Days = { ...(months && { month: months }), ...(years && { year: years }) };
  const calendars = allOf(days, [within]).map((matching) => ({ ...time, ...matching }));
  return calendars.length === 0 ? undefined : { calendars, ...(zone !== undefined && { zone }) };
}

/** The fields of a cron expression, and in whose time it is. */
export function partsOf(text: string): {
  readonly zone: string | undefined;
  readonly fields: readonly string[];
} {
  const [, zone, rest = ''] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/s.exec(text.trim()) ?? [];
  return { zone, fields: (MACROS[rest.toLowerCase()] ?? rest).split(/\s+/) };
}

function allOf(some: readonly Days[], others: readonly Days[]): Days[] {
  return some.flatMap((one) => others.flatMap((other) => bothDays(one, other) ?? []));
}
