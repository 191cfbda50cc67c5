import type { CalendarSpec, LooseRange, ScheduleSpec } from '@temporalio/client';
import type { Calendar } from '../../shared/calendar';
import type { StartTimes } from '../../shared/start-times';

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;
const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;

/** The times as Temporal takes them; `comment` is what people see beside the calendars. */
export function scheduleSpec(
  { calendars, interval, zone, from, until }: StartTimes,
  comment: string,
): ScheduleSpec {
  return {
    ...(calendars && { calendars: calendars.map((calendar) => ({ ...calendarSpec(calendar), comment })) }),
    ...(interval && { intervals: [interval] }),
    ...(zone !== undefined && { timezone: zone }),
    ...(from && { startAt: from }),
    ...(until && { endAt: until }),
  };
}

function calendarSpec({ second, minute, hour, dayOfMonth, month, year, dayOfWeek }: Calendar): CalendarSpec {
  const itself = (value: number) => value;
  return {
    second: ranges(second, itself),
    minute: ranges(minute, itself),
    hour: ranges(hour, itself),
    ...(dayOfMonth && { dayOfMonth: ranges(dayOfMonth, itself) }),
    ...(month && { month: ranges(month, (value) => MONTHS[value - 1] ?? 'JANUARY') }),
    ...(year && { year: ranges(year, itself) }),
    ...(dayOfWeek && { dayOfWeek: ranges(dayOfWeek, (value) => DAYS[value] ?? 'SUNDAY') }),
  };
}

/** As one range where the values have the same distance, so that the Temporal UI stays readable. */
function ranges<Unit>(values: readonly number[], unit: (value: number) => Unit): LooseRange<Unit>[] {
  const [first, second, ...more] = values;
  const last = more.at(-1);
  if (first === undefined || second === undefined || last === undefined) return values.map(unit);
  const step = second - first;
  const isEven = values.every((value, index) => value === first + index * step);
  return isEven ? [{ start: unit(first), end: unit(last), step }] : values.map(unit);
}
