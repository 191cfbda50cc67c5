import { drive } from './drive';

const guarded = (spec: string) =>
  `await guard(() => task('A'), { Late: timer(${spec}) }); note('over'); await task('B');`;

test('a timer of more than a hundred years is several: servers make none that is longer', () => {
  expect(drive(guarded(`'P99Y'`), ['fire Late', 'cancel A'])).toMatchObject({ notes: ['over'], open: ['B'] });
  // No time passes here, so it is as far away as before.
  expect(drive(guarded(`'P250Y'`), ['fire Late'])).toMatchObject({ notes: [], open: ['A', 'Late'] });
});

test.each([`'P300000Y'`, `'PT99999999999999H'`, '1e18', `'R/P300000Y'`])(
  '%s leads to no date: the run fails and names the element',
  (spec) => {
    const { outcome } = drive(guarded(spec), []);
    expect(outcome).toEqual({ kind: 'failed', what: 'ExpressionFailed', element: 'Late' });
  },
);
