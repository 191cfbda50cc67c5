import { datesIn, withDates } from '../../src/workflows/dates';

test('dates survive a way through JSON', () => {
  const value = { due: new Date(5), items: [{ at: new Date(7), name: 'a' }], text: '1970-01-01', none: null };
  const sent = JSON.parse(JSON.stringify({ value, dates: datesIn(value) })) as {
    value: object;
    dates: string[][];
  };
  expect(withDates(sent.value, sent.dates)).toEqual(value);
});

test('what has become something else stays as it is', () => {
  expect(withDates({ a: 5, b: null }, [['a'], ['b', 'c'], ['d']])).toEqual({ a: 5, b: null });
});
