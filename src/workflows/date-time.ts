const MILLISECONDS = {
  Seconds: 1_000,
  Minutes: 60_000,
  Hours: 3_600_000,
  Days: 86_400_000,
  Weeks: 604_800_000,
} as const;
const MONTHS = { Months: 1, Years: 12 } as const;

type Unit = keyof typeof MILLISECONDS | keyof typeof MONTHS;

/**
 * A moment to calculate with, by the names that expressions of Camunda 7 use (those of Joda-Time). In UTC, as workers run;
 * nothing changes the moment itself.
 */
export interface DateTime extends Readonly<
  Record<`${'plus' | 'minus'}${Unit}`, (amount: number) => DateTime>
> {
  withTimeAtStartOfDay(): DateTime;
  isAfter(other: DateTime | Date): boolean;
  isBefore(other: DateTime | Date): boolean;
  getYear(): number;
  /** From 1. */
  getMonthOfYear(): number;
  getDayOfMonth(): number;
  /** From 1, Monday, to 7. */
  getDayOfWeek(): number;
  getHourOfDay(): number;
  getMinuteOfHour(): number;
  getMillis(): number;
  toDate(): Date;
  /** ISO 8601. */
  toString(): string;
  toJSON(): string;
}

/**
 * `dateTime()` of Camunda 7's expressions: the time of the run, or a given one. Temporal calls: none.
 *
 * @example
 * const due = dateTime().plusDays(3).withTimeAtStartOfDay().toDate();
 */
export function dateTime(at: Date = new Date()): DateTime {
  const time = at.getTime();
  const shifts = Object.fromEntries([
    ...Object.entries(MILLISECONDS).flatMap(([unit, size]) =>
      shift(unit, (amount) => new Date(time + amount * size)),
    ),
    ...Object.entries(MONTHS).flatMap(([unit, size]) =>
      shift(unit, (amount) => plusMonths(at, amount * size)),
    ),
  ]) as Record<`${'plus' | 'minus'}${Unit}`, (amount: number) => DateTime>;
  return {
    ...shifts,
    withTimeAtStartOfDay: () => dateTime(new Date(Math.floor(time / MILLISECONDS.Days) * MILLISECONDS.Days)),
    isAfter: (other) => time > millisecondsOf(other),
    isBefore: (other) => time < millisecondsOf(other),
    getYear: () => at.getUTCFullYear(),
    getMonthOfYear: () => at.getUTCMonth() + 1,
    getDayOfMonth: () => at.getUTCDate(),
    getDayOfWeek: () => at.getUTCDay() || 7,
    getHourOfDay: () => at.getUTCHours(),
    getMinuteOfHour: () => at.getUTCMinutes(),
    getMillis: () => time,
    toDate: () => new Date(time),
    toString: () => at.toISOString(),
    toJSON: () => at.toISOString(),
  };
}

function shift(unit: string, by: (amount: number) => Date): [string, (amount: number) => DateTime][] {
  return [
    [`plus${unit}`, (amount) => dateTime(by(amount))],
    [`minus${unit}`, (amount) => dateTime(by(-amount))],
  ];
}

/** The last day of a shorter month stands for days that it does not have: a month after January 31 is February 28. */
function plusMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), last));
  return moved;
}

function millisecondsOf(moment: DateTime | Date): number {
  return moment instanceof Date ? moment.getTime() : moment.getMillis();
}
