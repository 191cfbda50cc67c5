import { figuresOf, type CountedRun } from '../../src/client/figures';

const run = (some: Partial<CountedRun>): CountedRun => ({
  process: 'order',
  end: 'completed',
  duration: 0,
  isAtTask: false,
  isAtIncident: false,
  ...some,
});

test('the rates are shares of the runs that have ended, however they did', () => {
  const ends = [
    'completed',
    'completed',
    'completed',
    'failed',
    'timedOut',
    'cancelled',
    'terminated',
    undefined,
  ];
  const [order] = figuresOf((ends as CountedRun['end'][]).map((end) => run({ end })));
  expect(order).toMatchObject({
    process: 'order',
    open: 1,
    ended: { completed: 3, failed: 1, timedOut: 1, cancelled: 1, terminated: 1 },
    completionRate: 3 / 7,
    errorRate: 2 / 7,
  });
});

test('the cycle time is that of completed runs only', () => {
  const durations = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110];
  const runs = [...durations.map((duration) => run({ duration })), run({ end: 'failed', duration: 9999 })];
  expect(figuresOf(runs)[0]?.cycleTime).toEqual({ median: 60, percentile90: 100, mean: 60 });
  expect(figuresOf([run({ duration: 10 }), run({ duration: 20 })])[0]?.cycleTime?.median).toBe(15);
});

test('what is open is counted by what it waits for', () => {
  const open = { end: undefined };
  const runs = [
    run(open),
    run({ ...open, isAtTask: true }),
    run({ ...open, isAtTask: true, isAtIncident: true }),
  ];
  expect(figuresOf(runs)).toMatchObject([{ open: 3, atTasks: 2, atIncidents: 1 }]);
});

test('without runs that have ended there are no rates; processes stand in the order of their names', () => {
  const figures = figuresOf([run({ process: 'b', end: undefined })], ['c', 'a']);
  expect(figures.map(({ process, open }) => [process, open])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
  for (const { completionRate, errorRate, cycleTime } of figures)
    expect([completionRate, errorRate, cycleTime]).toEqual([undefined, undefined, undefined]);
});
