import { bothDays, LAST_DAYS, numbers, type Days } from './calendar';
import { field, type Field } from './cron-field';

const DAY_OF_MONTH: Field = { first: 1, last: 31 };
/** Seven days and Sunday again: `5-7` is Friday to Sunday. */
const DAY_OF_WEEK: Field = {
  first: 0,
  last: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
  alias: (day) => day % 7,
};
const [MONDAY, FRIDAY] = [1, 5];
const WORKDAYS = numbers(MONDAY, FRIDAY);

/** Days of the month, of which any may match; undefined for all, empty if the field says nothing sensible. */
export function daysOfMonth(text: string): readonly Days[] | undefined {
  return days(text, (part) => {
    const [, offset] = /^L(?:-(\d{1,2}))?$/i.exec(part) ?? [];
    if (/^L(-\d{1,2})?$/i.test(part)) return fromEnd(Number(offset ?? 0));
    if (/^LW$/i.test(part))
      return LAST_DAYS.flatMap(({ last, ...month }) => nearestWorkday(last, last, month));
    const [, near] = /^(\d{1,2})W$/i.exec(part) ?? [];
    if (near !== undefined)
      return LAST_DAYS.flatMap(({ last, ...month }) => nearestWorkday(Number(near), last, month));
    const dayOfMonth = field(part, DAY_OF_MONTH);
    return dayOfMonth?.length === 0 ? [] : [dayOfMonth ? { dayOfMonth } : {}];
  });
}

/** Days of the week, as above. */
export function daysOfWeek(text: string): readonly Days[] | undefined {
  return days(text, (part) => {
    const [, last] = /^(\w+)L$/i.exec(part) ?? [];
    if (last !== undefined) return withDay(last, lastWeek());
    const [, day, week] = /^(\w+)#([1-5])$/.exec(part) ?? [];
    if (day !== undefined) return withDay(day, [{ dayOfMonth: weekOfMonth(Number(week)) }]);
    // As Quartz has it: the last day of the week.
    const dayOfWeek = field(part.toUpperCase() === 'L' ? 'SAT' : part, DAY_OF_WEEK);
    return dayOfWeek?.length === 0 ? [] : [dayOfWeek ? { dayOfWeek } : {}];
  });
}

function days(text: string, read: (part: string) => readonly Days[]): readonly Days[] | undefined {
  if (text === '*' || text === '?') return undefined;
  const parts = text.split(',').map(read);
  return parts.some((part) => part.length === 0) ? [] : parts.flat();
}

/** The last day of every month, or so many days before it. */
function fromEnd(before: number): readonly Days[] {
  return before > 27
    ? []
    : LAST_DAYS.map(({ last, ...month }) => ({ ...month, dayOfMonth: [last - before] }));
}

/** The day itself if people work on it, else the nearest workday of the same month. */
function nearestWorkday(day: number, last: number, month: Days): readonly Days[] {
  if (day < 1 || day > last) return [];
  const onMonday = day === last ? { dayOfMonth: [day - 2], dayOfWeek: [FRIDAY] } : after(day);
  const onFriday = day === 1 ? { dayOfMonth: [3], dayOfWeek: [MONDAY] } : before(day);
  const itself = { dayOfMonth: [day], dayOfWeek: WORKDAYS };
  return [itself, onFriday, onMonday].map((one) => ({ ...month, ...one }));
}

/** When the day is a Saturday. */
const before = (day: number): Days => ({ dayOfMonth: [day - 1], dayOfWeek: [FRIDAY] });
/** When the day is a Sunday. */
const after = (day: number): Days => ({ dayOfMonth: [day + 1], dayOfWeek: [MONDAY] });

function weekOfMonth(week: number): readonly number[] {
  return numbers(week * 7 - 6, Math.min(week * 7, 31));
}

function lastWeek(): readonly Days[] {
  return LAST_DAYS.map(({ last, ...month }) => ({ ...month, dayOfMonth: numbers(last - 6, last) }));
}

function withDay(day: string, among: readonly Days[]): readonly Days[] {
  const dayOfWeek = field(day, DAY_OF_WEEK);
  if (dayOfWeek?.length !== 1) return [];
  return among.flatMap((days) => bothDays(days, { dayOfWeek }) ?? []);
}
