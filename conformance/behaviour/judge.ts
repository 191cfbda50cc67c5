import type { Expected } from '../suites';
import { differenceOf } from '../../src/testing/scenarios/run/bags';
import type { Interval } from './record';

/** What became of a case. */
export type Observed = Refused | Executed;

/** It never ran: the compiler did not take it, or what it made of it cannot be loaded. */
export interface Refused {
  readonly kind: 'refused';
  /** Said to be invalid; otherwise it is the compiler's limits or its mistakes. */
  readonly invalid: boolean;
  readonly why: string;
}

/** Read when the time that the case gives was over. */
export interface Executed {
  readonly kind: 'executed';
  readonly started: boolean;
  readonly log: readonly string[];
  readonly marker: boolean;
  readonly intervals: readonly Interval[];
  readonly status: 'running' | 'completed' | 'failed';
  /** Why it failed. */
  readonly failure?: string;
  /** Code of the BPMN error that it failed with. */
  readonly errorCode?: string;
  /** Why it cannot be said what happened. */
  readonly trouble?: string;
}

/** Why the case has not passed, in one line; undefined if it has. */
export function judge(expected: Expected, observed: Observed): string | undefined {
  if (observed.kind === 'executed' && observed.trouble !== undefined) return observed.trouble;
  if (expected.outcome === 'traced') {
    return observed.kind === 'refused' ? `not compiled: ${observed.why}` : judgeTrace(expected, observed);
  }
  if (observed.kind === 'refused') {
    return observed.invalid ? undefined : `rejected, but not as invalid: ${observed.why}`;
  }
  if (expected.outcome === 'rejected-or-failed' && observed.status === 'failed') return undefined;
  return `expected to be ${expected.outcome.replaceAll('-', ' ')}, but it compiled and ${stateOf(observed)}`;
}

/** A run that failed although nothing is said of it passes by the letter; whoever reads the report should know. */
export function remarkOn(expected: Expected, observed: Observed): string | undefined {
  if (expected.outcome !== 'traced' || observed.kind !== 'executed' || observed.status !== 'failed')
    return undefined;
  const foreseen = expected.fails === true || expected.failsWithCode !== undefined;
  return foreseen ? undefined : `it ${stateOf(observed)}`;
}

type Traced = Extract<Expected, { outcome: 'traced' }>;

function judgeTrace(expected: Traced, observed: Executed): string | undefined {
  const problems = [
    observed.started ? undefined : 'not started',
    judgeLog(expected.log, observed.log),
    expected.marker && !observed.marker ? 'the marker was not set' : undefined,
    expected.parallel && !overlap(observed.intervals) ? describeIntervals(observed.intervals) : undefined,
    expected.fails && observed.status !== 'failed' ? 'expected to fail' : undefined,
    expected.failsWithCode !== undefined && observed.errorCode !== expected.failsWithCode
      ? `expected to fail with ${expected.failsWithCode}`
      : undefined,
  ].filter((problem) => problem !== undefined);
  return problems.length > 0 ? `${problems.join('; ')}; it ${stateOf(observed)}` : undefined;
}

function judgeLog(expected: readonly string[], got: readonly string[]): string | undefined {
  const difference = differenceOf(expected, got);
  if (!difference) return undefined;
  const { missing, extra } = difference;
  return [
    `expected log ${shown(expected)}`,
    ...(missing.length > 0 ? [`missing ${shown(missing)}`] : []),
    ...(extra.length > 0 ? [`extra ${shown(extra)}`] : []),
  ].join(', ');
}

/** Both have run, and for some time at once. */
export function overlap(intervals: readonly Interval[]): boolean {
  const [a, b, ...more] = intervals;
  return a !== undefined && b !== undefined && more.length === 0 && a.from < b.to && b.from < a.to;
}

function describeIntervals(intervals: readonly Interval[]): string {
  const start = Math.min(...intervals.map(({ from }) => from));
  const seconds = (moment: number) => Math.round((moment - start) / 1000);
  const shown = intervals.map(({ from, to }) => `${seconds(from)}–${seconds(to)} s`);
  return `the two timestamped tasks did not overlap (${shown.join(', ') || 'neither ran'})`;
}

function stateOf({ status, failure }: Executed): string {
  if (status === 'failed') return `failed (${failure ?? 'no reason given'})`;
  return status === 'running' ? 'is still running' : 'completed';
}

function shown(bag: readonly string[]): string {
  return `[${[...bag].sort().join(' ')}]`;
}
