import {
  addIsoDuration,
  nextOfCycle,
  parseIsoCycle,
  parseIsoDate,
  parseIsoDuration,
} from '../../src/shared/durations';

const after = (from: string, duration: string) =>
  addIsoDuration(new Date(from), parseIsoDuration(duration)!).toISOString();

describe('ISO 8601 durations', () => {
  it.each([
    ['PT90S', '2026-01-01T00:01:30.000Z'],
    ['P7D', '2026-01-08T00:00:00.000Z'],
    ['P1W', '2026-01-08T00:00:00.000Z'],
    ['P1Y2M3DT4H5M6.5S', '2027-03-04T04:05:06.500Z'],
    ['P0.5D', '2026-01-01T12:00:00.000Z'],
    ['-P1D', '2025-12-31T00:00:00.000Z'],
  ])('1 January plus %s is %s', (duration, expected) =>
    expect(after('2026-01-01T00:00:00Z', duration)).toBe(expected),
  );

  it('keeps to the end of a shorter month', () => {
    expect(after('2026-01-31T10:00:00Z', 'P1M')).toBe('2026-02-28T10:00:00.000Z');
    expect(after('2024-02-29T10:00:00Z', 'P1Y')).toBe('2025-02-28T10:00:00.000Z');
  });

  it.each(['', 'P', 'PT', 'P1DT', '7 days', 'P1H', 'PT1D', 'P1.5M'])('refuses %p', (text) =>
    expect(parseIsoDuration(text)).toBeUndefined(),
  );
});

describe('ISO 8601 dates', () => {
  it.each([
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01T09:00', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00:00+01:00', '2026-03-01T08:00:00.000Z'],
  ])('reads %s', (text, expected) => expect(parseIsoDate(text)?.toISOString()).toBe(expected));

  it.each(['tomorrow', '2026-02-30', '2026-13-01', '2026-03-01T25:00'])('refuses %p', (text) =>
    expect(parseIsoDate(text)).toBeUndefined(),
  );
});

describe('ISO 8601 cycles', () => {
  it('reads repetitions with and without bounds', () => {
    expect(parseIsoCycle('R3/PT10M')).toMatchObject({ times: 3, interval: { milliseconds: 600_000 } });
    expect(parseIsoCycle('R/PT1H')?.times).toBeUndefined();
    expect(parseIsoCycle('R2/2026-01-01T00:00:00Z/P1D')?.start?.toISOString()).toBe(
      '2026-01-01T00:00:00.000Z',
    );
    expect(parseIsoCycle('R/P1D/2026-01-01')?.end?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it.each(['R', 'R3', 'PT1H', 'R/2026-01-01', 'R-1/PT1H', 'R/PT1H/PT2H'])('refuses %p', (text) =>
    expect(parseIsoCycle(text)).toBeUndefined(),
  );
});

describe('when a repetition comes next', () => {
  const next = (text: string, after: string, including = false) => {
    const cycle = parseIsoCycle(text);
    if (!cycle?.start) throw new Error(`${text} has no start`);
    return nextOfCycle(
      { ...cycle, start: cycle.start },
      { after: new Date(after), including },
    )?.toISOString();
  };

  test.each([
    ['R/2026-01-01T00:00Z/PT1H', '2025-06-01T00:00Z', '2026-01-01T00:00:00.000Z'],
    ['R/2026-01-01T00:00Z/PT1H', '2026-01-01T00:00Z', '2026-01-01T01:00:00.000Z'],
    ['R/2000-01-01T00:00Z/PT1S', '2026-01-01T00:00:00.5Z', '2026-01-01T00:00:01.000Z'],
    ['R3/2026-01-01T00:00Z/PT1H', '2026-01-01T01:30Z', '2026-01-01T02:00:00.000Z'],
    ['R3/2026-01-01T00:00Z/PT1H', '2026-01-01T02:00Z', undefined],
    // The last day of the month stays the last day.
    ['R/2026-01-31T00:00Z/P1M', '2026-02-28T00:00Z', '2026-03-31T00:00:00.000Z'],
    ['R/2026-03-28T02:30[Europe/Berlin]/P1D', '2026-03-28T10:00Z', '2026-03-29T01:30:00.000Z'],
    ['R/2026-03-28T02:30[Europe/Berlin]/P1D', '2026-03-29T10:00Z', '2026-03-30T00:30:00.000Z'],
  ])('%s after %s', (text, after, expected) => {
    expect(next(text, after)).toBe(expected);
  });

  test('the moment itself, where it has not come yet', () => {
    expect(next('R3/2026-01-01T00:00Z/PT1H', '2026-01-01T02:00Z', true)).toBe('2026-01-01T02:00:00.000Z');
    expect(next('R3/2026-01-01T00:00Z/PT1H', '2026-01-01T02:00:01Z', true)).toBeUndefined();
  });
});
