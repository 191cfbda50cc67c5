import { nextIn } from '../../src/shared/calendar';
import { parseCron } from '../../src/shared/cron';
import { timeZone } from '../../src/shared/time-zone';

/** The first moments of a cron expression after one. */
function after(text: string, from: string, count = 3): string[] {
  const cron = parseCron(text);
  const zone = timeZone(cron?.zone);
  if (!cron || !zone) throw new Error(`${text} is not read`);
  const found: string[] = [];
  let last = new Date(from);
  while (found.length < count) {
    const next = nextIn(cron.calendars, zone, last);
    if (!next) break;
    found.push(next.toISOString().replace('.000Z', 'Z'));
    last = next;
  }
  return found;
}

test.each([
  // 1 January 2026 is a Thursday.
  ['*/20 * * * *', ['2026-01-01T00:20:00Z', '2026-01-01T00:40:00Z', '2026-01-01T01:00:00Z']],
  ['0 7 * * MON-FRI', ['2026-01-01T07:00:00Z', '2026-01-02T07:00:00Z', '2026-01-05T07:00:00Z']],
  ['0 7 * * 1-5', ['2026-01-01T07:00:00Z', '2026-01-02T07:00:00Z', '2026-01-05T07:00:00Z']],
  ['0 0 * * 7', ['2026-01-04T00:00:00Z', '2026-01-11T00:00:00Z', '2026-01-18T00:00:00Z']],
  ['0 0 1 1 FRI', ['2026-01-02T00:00:00Z', '2026-01-09T00:00:00Z', '2026-01-16T00:00:00Z']],
  ['@daily', ['2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-04T00:00:00Z']],
  ['0 0/30 9-10 * * ?', ['2026-01-01T09:00:00Z', '2026-01-01T09:30:00Z', '2026-01-01T10:00:00Z']],
  ['15 0 22-1 * * ?', ['2026-01-01T00:00:15Z', '2026-01-01T01:00:15Z', '2026-01-01T22:00:15Z']],
  ['0 0 12 L * ?', ['2026-01-31T12:00:00Z', '2026-02-28T12:00:00Z', '2026-03-31T12:00:00Z']],
  ['0 0 12 L-3 * ?', ['2026-01-28T12:00:00Z', '2026-02-25T12:00:00Z', '2026-03-28T12:00:00Z']],
  ['0 0 12 LW * ?', ['2026-01-30T12:00:00Z', '2026-02-27T12:00:00Z', '2026-03-31T12:00:00Z']],
  ['0 0 12 15W * ?', ['2026-01-15T12:00:00Z', '2026-02-16T12:00:00Z', '2026-03-16T12:00:00Z']],
  ['0 0 12 1W * ?', ['2026-01-01T12:00:00Z', '2026-02-02T12:00:00Z', '2026-03-02T12:00:00Z']],
  ['0 0 12 ? * FRI#2', ['2026-01-09T12:00:00Z', '2026-02-13T12:00:00Z', '2026-03-13T12:00:00Z']],
  ['0 0 12 ? * FRIL', ['2026-01-30T12:00:00Z', '2026-02-27T12:00:00Z', '2026-03-27T12:00:00Z']],
  ['0 0 0 29 FEB ? *', ['2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z', '2036-02-29T00:00:00Z']],
  ['0 0 0 1 1 ? 2027,2029', ['2027-01-01T00:00:00Z', '2029-01-01T00:00:00Z']],
  ['0 0 0 ? * FRI-MON', ['2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-04T00:00:00Z']],
])('%s', (text, expected) => {
  expect(after(text, '2026-01-01T00:00:00Z')).toEqual(expected);
});

test.each(['', '* * * *', '60 * * * *', '* 24 * * *', '0 0 0 * *', '0 0 32 * *', '0 0 * * 8', 'a b c d e'])(
  'no cron expression: %p',
  (text) => {
    expect(parseCron(text)).toBeUndefined();
  },
);

test.each([
  '0 0 30 FEB ? *',
  '* * * * * * * *',
  '0/0 * * * *',
  '0 0 ? * MON#6',
  '0 0 12 29L * ?',
  '0 0 12 40W * ?',
])('one that never comes, or is wrong: %s', (text) => {
  expect(parseCron(text) && after(text, '2026-01-01T00:00:00Z', 1)).toBeFalsy();
});

describe('time zones', () => {
  test('a day is as long as the clock makes it', () => {
    // Clocks are put forward on 29 March 2026 and back on 25 October 2026.
    expect(after('CRON_TZ=Europe/Berlin 0 9 * * *', '2026-03-28T00:00:00Z', 2)).toEqual([
      '2026-03-28T08:00:00Z',
      '2026-03-29T07:00:00Z',
    ]);
    expect(after('CRON_TZ=Europe/Berlin 0 9 * * *', '2026-10-24T00:00:00Z', 2)).toEqual([
      '2026-10-24T07:00:00Z',
      '2026-10-25T08:00:00Z',
    ]);
  });

  test('a time that the clock leaves out does not come', () => {
    expect(after('CRON_TZ=Europe/Berlin 30 2 * * *', '2026-03-28T00:00:00Z', 2)).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ]);
  });

  test('a time that the clock shows twice comes twice', () => {
    expect(after('CRON_TZ=Europe/Berlin 30 2 * * *', '2026-10-24T20:00:00Z')).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
    expect(after('CRON_TZ=Europe/Berlin */30 * * * *', '2026-10-25T00:00:00Z', 5)).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25T02:30:00Z',
    ]);
    expect(after('CRON_TZ=Europe/Berlin 10 2 * * *', '2026-10-25T00:20:00Z', 1)).toEqual([
      '2026-10-25T01:10:00Z',
    ]);
  });

  test('other places', () => {
    expect(after('TZ=America/New_York 0 0 * * *', '2026-11-01T00:00:00Z', 2)).toEqual([
      '2026-11-01T04:00:00Z',
      '2026-11-02T05:00:00Z',
    ]);
    expect(after('CRON_TZ=Asia/Kolkata 0 9 * * *', '2026-01-01T00:00:00Z', 1)).toEqual([
      '2026-01-01T03:30:00Z',
    ]);
    expect(timeZone('Europe/Nowhere')).toBeUndefined();
  });
});
