import type { Expectations } from '../file/schema';
import { differenceOf } from './bags';
import { callsOf, differingInputs } from './inputs';
import { isSubset, shown } from './values';
import type { ObservedRun } from './observed';
import { comparable, hasPassed, isPath } from './order';
import type { ScenarioRecord } from './record';
import { processName, typeOf, type Subject } from './subject';
import { traceOf, type Trace } from './trace';

/** What did not happen as it must. */
export interface Failure {
  /** `then.status`, `step 3 (complete)` */
  readonly where: string;
  /** In the data of the scenario. */
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly happened: string;
}

/** All that is known when a scenario is over. */
export interface Observed {
  readonly subject: Subject;
  readonly record: ScenarioRecord;
  /** Of processes, in the order in which they began. */
  readonly runs: readonly ObservedRun[];
  readonly main: ObservedRun | undefined;
}

/** Everything in which a scenario did not come out as expected; nothing if it did. */
export function judge(expected: Expectations, observed: Observed): readonly Failure[] {
  const failures: Failure[] = [];
  const fail = (key: keyof Expectations, wanted: string, happened: string) =>
    failures.push({ where: `then.${key}`, path: ['then', key], expected: wanted, happened });
  const traces = tracesOf(observed);
  const { main, record, subject } = observed;
  const visited = new Set(traces.flatMap(({ events }) => events.map(({ id }) => id)));

  if (expected.status !== undefined && expected.status !== main?.status)
    fail('status', expected.status, stateOf(main, traces[0]));
  if (expected.passed && !traces.some((trace) => hasPassed(trace, expected.passed ?? []))) {
    const missing = expected.passed.filter((id) => !visited.has(id));
    fail(
      'passed',
      list(expected.passed),
      missing.length > 0
        ? `not reached: ${missing.join(', ')}`
        : `in another order: ${list(orderIn(traces, expected.passed))}`,
    );
  }
  if (expected.path && !(traces[0] && isPath(traces[0], expected.path)))
    fail('path', list(expected.path), differenceOfPaths(traces[0], expected.path));
  if (expected.visited) judgeVisited(expected.visited, traces[0], fail);
  const untaken = (expected.taken ?? []).filter((id) => !visited.has(id));
  if (untaken.length > 0) fail('taken', named(expected.taken ?? []), `not taken: ${untaken.join(', ')}`);
  const reached = (expected.never ?? []).filter((id) => visited.has(id));
  if (reached.length > 0)
    fail('never', `not to reach ${named(expected.never ?? [])}`, `reached: ${reached.join(', ')}`);
  judgeIncidents(expected, observed, fail);
  judgeStarted(expected, observed, fail);
  for (const [name, times] of Object.entries(expected.calls ?? {})) {
    const all = callsOf(name, record.calls, subject).length + decisionsMade(name, observed);
    if (all !== times) fail('calls', `${name}: ${counted(times)}`, `${name}: ${counted(all)}`);
  }
  const inputs = expected.inputs && differingInputs(expected.inputs, observed);
  if (inputs) fail('inputs', inputs.wanted, inputs.happened);
  const log = expected.log && differenceOf(expected.log, record.log);
  if (log) fail('log', named(expected.log ?? []), difference(log));
  if (expected.variables && !isSubset(expected.variables, main?.variables ?? {}))
    fail('variables', shown(expected.variables), differingVariables(expected.variables, main));
  const present = (expected.absent ?? []).filter((name) => main?.variables[name] !== undefined);
  if (present.length > 0) {
    const values = present.map((name) => `${name}: ${shown(main?.variables[name])}`);
    fail('absent', `no ${named(expected.absent ?? [])}`, values.join(', '));
  }
  if (expected.error !== undefined) judgeError(expected.error, main, fail);
  if (expected.diagnostics) fail('diagnostics', named(expected.diagnostics), 'the diagram compiled');
  return failures;
}

/** Decisions are made in the workflow, when a run comes by their elements. */
function decisionsMade(name: string, { subject, runs }: Observed): number {
  const diagrams = [...(subject.diagram ? [subject.diagram] : []), ...(subject.neighbours ?? [])];
  const elements = diagrams
    .flatMap(({ processes }) => processes.flatMap(({ decisions }) => decisions))
    .filter(({ decision, element }) => decision === name || element === name)
    .map(({ element }) => element);
  const entered = elements.flatMap((id) => runs.map(({ progress }) => progress?.elements[id]?.entered ?? 0));
  return entered.reduce((sum, times) => sum + times, 0);
}

type Fail = (key: keyof Expectations, wanted: string, happened: string) => void;

/** That of the scenario's run first. */
export function tracesOf({ subject, runs, main }: Observed): readonly Trace[] {
  const ordered = main ? [main, ...runs.filter((run) => run !== main)] : runs;
  return ordered.map(({ progress }) =>
    traceOf(progress?.path ?? [], subject.diagram?.graph, subject.counterpart?.graph),
  );
}

/** @param trace - of the run: it knows the event-based gateways and joins where it waits, which the run does not tell */
export function stateOf(run: ObservedRun | undefined, trace?: Trace): string {
  if (!run) return 'no run has begun';
  if (run.failure) return `${run.status}: ${reason(run.failure)}`;
  return run.status === 'waiting'
    ? `waiting at ${[...new Set([...placesOf(run), ...(trace?.held ?? [])])].join(', ') || 'nothing that it tells'}`
    : run.status;
}

/** Where a run is: an expression or gateway that has failed is active only as an incident. */
export function placesOf({ progress }: ObservedRun): readonly string[] {
  return [...new Set([...(progress?.active ?? []), ...(progress?.incidents ?? [])])];
}

function reason({ code, type, message }: NonNullable<ObservedRun['failure']>): string {
  const known = code ?? (type === 'Error' ? undefined : type);
  return known === undefined || message.includes(known) ? message : `${known}: ${message}`;
}

function judgeIncidents({ incidents }: Expectations, { runs }: Observed, fail: Fail): void {
  if (!incidents) return;
  const open = runs.flatMap(({ progress }) => progress?.incidents ?? []);
  const missing = differenceOf(incidents, open);
  if (missing)
    fail('incidents', named(incidents), open.length === 0 ? 'there are none' : `at ${open.join(', ')}`);
}

function judgeStarted(
  { started }: Expectations,
  { subject, runs, main, record }: Observed,
  fail: Fail,
): void {
  if (!started) return;
  const types = [...runs.filter((run) => run !== main).map(({ type }) => type), ...record.stubbed];
  const missing = started.filter((name) => !types.includes(typeOf(name, subject)));
  if (missing.length === 0) return;
  const others = [...new Set(types)].map((type) => processName(type, subject));
  fail(
    'started',
    named(started),
    others.length === 0 ? 'no other process was started' : `started: ${others.join(', ')}`,
  );
}

function judgeError(
  error: NonNullable<Expectations['error']>,
  main: ObservedRun | undefined,
  fail: Fail,
): void {
  const { code, message, type } =
    typeof error === 'string' ? { code: error } : (error as Exclude<typeof error, string>);
  const { failure } = main ?? {};
  const fits =
    failure !== undefined &&
    (code === undefined || failure.code === code || failure.type === code) &&
    (type === undefined || failure.type === type) &&
    (message === undefined || failure.message.includes(message));
  if (!fits) fail('error', shown(error), stateOf(main));
}

function judgeVisited(visited: readonly string[], trace: Trace | undefined, fail: Fail): void {
  const went = trace ? comparable(trace, visited).map(({ event }) => event.id) : [];
  const bags = differenceOf(visited, went);
  if (bags) fail('visited', named(visited), `${list(went)} (${difference(bags)})`);
}

function differenceOfPaths(trace: Trace | undefined, expected: readonly string[]): string {
  const went = comparable(trace ?? { events: [], held: new Set() }, expected).map(({ event }) => event.id);
  const bags = differenceOf(expected, went);
  const what = bags ? difference(bags) : 'in another order';
  return `${list(went)} (${what})`;
}

function differingVariables(
  expected: Readonly<Record<string, unknown>>,
  main: ObservedRun | undefined,
): string {
  const names = Object.keys(expected).filter((name) => !isSubset(expected[name], main?.variables[name]));
  return names.map((name) => `${name}: ${shown(main?.variables[name])}`).join(', ');
}

function difference({
  missing,
  extra,
}: {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}): string {
  return [
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`too much: ${extra.join(', ')}`] : []),
  ].join('; ');
}

export function pathOf(trace: Trace | undefined): string {
  return list((trace?.events ?? []).filter(({ kind }) => kind !== 'sequenceFlow').map(({ id }) => id));
}

export function list(ids: readonly string[]): string {
  return ids.length === 0 ? '(nothing)' : ids.join(' → ');
}

/** Without an order. */
function named(things: readonly string[]): string {
  return things.join(', ') || '(nothing)';
}

/** How a run has come by these elements. */
function orderIn([trace]: readonly Trace[], ids: readonly string[]): readonly string[] {
  return (trace?.events ?? []).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
}

function counted(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}
