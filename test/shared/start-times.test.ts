import { nextStart, startTimes } from '../../src/shared/start-times';

const NOW = new Date('2026-01-31T10:00:00Z');

function starts(text: string, after = NOW, count = 3): string[] {
  const times = startTimes(text, NOW);
  if (times === undefined || times === 'irregular') return [String(times)];
  const found: string[] = [];
  for (let next = nextStart(times, after); next && found.length < count; next = nextStart(times, next))
    found.push(next.toISOString().replace('.000Z', 'Z'));
  return found;
}

test.each([
  ['2026-02-01T09:00:00+01:00', ['2026-02-01T08:00:00Z']],
  ['2026-07-01T09:00:00[Europe/Berlin]', ['2026-07-01T07:00:00Z']],
  ['2020-01-01', []],
  ['PT90M', ['2026-01-31T11:30:00Z']],
  ['P1M', ['2026-02-28T10:00:00Z']],
  ['R/PT1H', ['2026-01-31T11:00:00Z', '2026-01-31T12:00:00Z', '2026-01-31T13:00:00Z']],
  ['R2/PT1H', ['2026-01-31T11:00:00Z', '2026-01-31T12:00:00Z']],
  ['R3/2026-01-31T09:30:00Z/PT1H', ['2026-01-31T10:30:00Z', '2026-01-31T11:30:00Z']],
  ['R3/2026-01-01T00:00Z/PT1H', []],
  ['R/PT1H/2026-01-31T12:30:00Z', ['2026-01-31T11:00:00Z', '2026-01-31T12:00:00Z']],
  ['R/P1M', ['2026-02-28T10:00:00Z', '2026-03-31T10:00:00Z', '2026-04-30T10:00:00Z']],
  ['R/2024-02-29T00:00:00Z/P1Y', ['2026-02-28T00:00:00Z', '2027-02-28T00:00:00Z', '2028-02-29T00:00:00Z']],
  ['R/2026-01-15T00:00:00Z/P5M', ['2026-06-15T00:00:00Z', '2026-11-15T00:00:00Z', '2027-04-15T00:00:00Z']],
  [
    'R/2026-03-28T09:00:00[Europe/Berlin]/P1D',
    ['2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00Z'],
  ],
  [
    'R/2026-03-22T09:00:00@Europe/Berlin/P1W',
    ['2026-03-22T08:00:00Z', '2026-03-29T07:00:00Z', '2026-04-05T07:00:00Z'],
  ],
  ['R/P2D', ['2026-02-02T10:00:00Z', '2026-02-04T10:00:00Z', '2026-02-06T10:00:00Z']],
  ['R2/P1M2DT3H', ['2026-03-02T13:00:00Z', '2026-04-04T16:00:00Z']],
  [
    'CRON_TZ=Europe/Berlin 0 7 * * MON',
    ['2026-02-02T06:00:00Z', '2026-02-09T06:00:00Z', '2026-02-16T06:00:00Z'],
  ],
  ['R/P1M1D', ['irregular']],
  ['R/PT0.5S', ['irregular']],
  ['R/PT0S', ['irregular']],
  ['R/2026-01-01T00:00:00[Europe/Berlin]/P2D', ['irregular']],
  ['CRON_TZ=Europe/Nowhere 0 7 * * MON', ['undefined']],
  ['tomorrow', ['undefined']],
])('%s', (text, expected) => {
  expect(starts(text)).toEqual(expected);
});

test.each([
  ['PT1H', true],
  ['R/PT1H', true],
  ['R3/2026-01-01T00:00Z/PT1H', false],
  ['2026-01-01', false],
  ['0 7 * * *', false],
])('%s is reckoned from the deployment: %s', (text, isRelative) => {
  expect(startTimes(text, NOW)).toMatchObject({ isRelative });
});
