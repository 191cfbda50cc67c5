import { dateTime } from '../../src/workflows/date-time';

const at = (text: string) => dateTime(new Date(text));

test.each([
  ['plusDays(1)', at('2030-12-31T23:30:00Z').plusDays(1), '2031-01-01T23:30:00.000Z'],
  ['minusHours(2)', at('2030-01-01T01:00:00Z').minusHours(2), '2029-12-31T23:00:00.000Z'],
  ['plusWeeks(2)', at('2030-01-01T00:00:00Z').plusWeeks(2), '2030-01-15T00:00:00.000Z'],
  ['plusMonths(1) from a longer month', at('2030-01-31T10:00:00Z').plusMonths(1), '2030-02-28T10:00:00.000Z'],
  ['minusMonths(13)', at('2030-03-31T10:00:00Z').minusMonths(13), '2029-02-28T10:00:00.000Z'],
  ['plusYears(1) from a leap day', at('2028-02-29T10:00:00Z').plusYears(1), '2029-02-28T10:00:00.000Z'],
  ['the start of the day', at('2030-05-06T10:11:12Z').withTimeAtStartOfDay(), '2030-05-06T00:00:00.000Z'],
])('%s', (_name, moment, expected) => {
  expect(String(moment)).toBe(expected);
  expect(moment.toDate()).toEqual(new Date(expected));
  expect(JSON.stringify({ moment })).toBe(JSON.stringify({ moment: expected }));
});

test('parts count as people count', () => {
  const sunday = at('2030-06-02T13:14:15Z');
  expect([sunday.getYear(), sunday.getMonthOfYear(), sunday.getDayOfMonth(), sunday.getDayOfWeek()]).toEqual([
    2030, 6, 2, 7,
  ]);
  expect([sunday.getHourOfDay(), sunday.getMinuteOfHour()]).toEqual([13, 14]);
  expect(sunday.plusDays(1).getDayOfWeek()).toBe(1);
});

test('moments compare with one another and with dates', () => {
  const moment = at('2030-01-01T00:00:00Z');
  expect(moment.isBefore(moment.plusSeconds(1))).toBe(true);
  expect(moment.isAfter(moment)).toBe(false);
  expect(moment.isAfter(new Date('2029-12-31'))).toBe(true);
});

test('without a moment it is now', () => {
  jest.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
  expect(dateTime().toString()).toBe('2030-01-01T00:00:00.000Z');
  jest.useRealTimers();
});
