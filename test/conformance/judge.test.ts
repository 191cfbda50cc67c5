import { differenceOf } from '../../src/testing/scenarios/run/bags';
import { judge, overlap, remarkOn, type Executed, type Observed } from '../../conformance/behaviour/judge';
import type { Expected } from '../../conformance/suites';

const traced = (log: string[], more: object = {}): Expected => ({ outcome: 'traced', log, ...more });
const executed = (more: Partial<Executed> = {}): Executed => ({
  kind: 'executed',
  started: true,
  log: [],
  marker: false,
  intervals: [],
  status: 'completed',
  ...more,
});
const refused = (invalid: boolean): Observed => ({ kind: 'refused', invalid, why: 'some-code: Some words.' });

describe('multisets', () => {
  test('the order of the members does not matter', () => {
    expect(differenceOf(['a', 'b', 'a'], ['a', 'a', 'b'])).toBeUndefined();
  });
  test('how often a member is in them does', () => {
    expect(differenceOf(['a', 'b', 'b'], ['a', 'a', 'c'])).toEqual({
      missing: ['b', 'b'],
      extra: ['a', 'c'],
    });
    expect(differenceOf([], ['a'])).toEqual({ missing: [], extra: ['a'] });
  });
});

describe('traced', () => {
  test('passes with the log in any order', () => {
    expect(judge(traced(['a', 'b']), executed({ log: ['b', 'a'] }))).toBeUndefined();
  });
  test('fails with entries too few or too many, and names them', () => {
    expect(judge(traced(['a', 'b']), executed({ log: ['a', 'c'] }))).toBe(
      'expected log [a b], missing [b], extra [c]; it completed',
    );
    expect(judge(traced([]), executed({ log: ['a'], status: 'running' }))).toBe(
      'expected log [], extra [a]; it is still running',
    );
  });
  test('an empty log is no free pass: the instance must have started', () => {
    expect(judge(traced([]), executed())).toBeUndefined();
    expect(judge(traced([]), executed({ started: false }))).toBe('not started; it completed');
  });
  test('fails when the diagram did not compile', () => {
    expect(judge(traced([]), refused(true))).toBe('not compiled: some-code: Some words.');
  });
  test('the marker', () => {
    expect(judge(traced([], { marker: true }), executed({ marker: true }))).toBeUndefined();
    expect(judge(traced([], { marker: true }), executed())).toContain('the marker was not set');
  });
  test('failing at run time, with a code or without', () => {
    const failed = executed({ status: 'failed', failure: 'no flow' });
    expect(judge(traced([], { fails: true }), failed)).toBeUndefined();
    expect(judge(traced([], { fails: true }), executed())).toBe('expected to fail; it completed');
    expect(judge(traced([], { failsWithCode: 'E' }), { ...failed, errorCode: 'E' })).toBeUndefined();
    expect(judge(traced([], { failsWithCode: 'E' }), { ...failed, errorCode: 'F' })).toBe(
      'expected to fail with E; it failed (no flow)',
    );
    expect(judge(traced([], { failsWithCode: 'E' }), failed)).toContain('expected to fail with E');
  });
  test('a failure that nothing is said of is remarked on, no more', () => {
    const failed = executed({ status: 'failed', failure: 'bad' });
    expect(judge(traced([]), failed)).toBeUndefined();
    expect(remarkOn(traced([]), failed)).toBe('it failed (bad)');
    expect(remarkOn(traced([], { fails: true }), failed)).toBeUndefined();
    expect(remarkOn(traced([]), executed())).toBeUndefined();
  });
  test('what cannot be told is a failure, whatever the log says', () => {
    expect(judge(traced([]), executed({ trouble: 'it hangs' }))).toBe('it hangs');
  });
});

describe('parallel', () => {
  test('two tasks overlap if one begins before the other has ended', () => {
    expect(overlap([interval(0, 10), interval(9, 19)])).toBe(true);
    expect(overlap([interval(9, 19), interval(0, 10)])).toBe(true);
    expect(overlap([interval(0, 10), interval(10, 20)])).toBe(false);
  });
  test('one task overlaps with nothing', () => {
    expect(overlap([])).toBe(false);
    expect(overlap([interval(0, 10)])).toBe(false);
  });
  test('the times are told, from the first one on', () => {
    const intervals = [interval(5_000, 15_000), interval(15_000, 25_000)];
    expect(judge(traced([], { parallel: true }), executed({ intervals }))).toContain('(0–10 s, 10–20 s)');
    expect(judge(traced([], { parallel: true }), executed())).toContain('(neither ran)');
  });

  const interval = (from: number, to: number) => ({ from, to });
});

describe('rejected', () => {
  const rejected: Expected = { outcome: 'rejected' };
  const rejectedOrFailed: Expected = { outcome: 'rejected-or-failed' };

  test('passes when the compiler calls the diagram invalid', () => {
    expect(judge(rejected, refused(true))).toBeUndefined();
    expect(judge(rejectedOrFailed, refused(true))).toBeUndefined();
  });
  test('that something is not supported is no rejection', () => {
    expect(judge(rejected, refused(false))).toBe('rejected, but not as invalid: some-code: Some words.');
    expect(judge(rejectedOrFailed, refused(false))).toContain('not as invalid');
  });
  test('failing at run time is enough only where the case says so', () => {
    const failed = executed({ status: 'failed', failure: 'bad' });
    expect(judge(rejectedOrFailed, failed)).toBeUndefined();
    expect(judge(rejected, failed)).toBe('expected to be rejected, but it compiled and failed (bad)');
    expect(judge(rejectedOrFailed, executed())).toBe(
      'expected to be rejected or failed, but it compiled and completed',
    );
  });
});
