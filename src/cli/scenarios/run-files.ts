import { bundleCode, type Bundled, type Code } from '../../testing/scenarios/server/bundle';
import { inLanes } from '../../testing/scenarios/server/pool';
import { runScenario, type Outcome } from '../../testing/scenarios/run/run-scenario';
import type { Failure } from '../../testing/scenarios/run/judge';
import type { Scenario } from '../../testing/scenarios/file/schema';
import type { Prepared, Ready, Rejected, Runnable } from './prepare';

/** A scenario that has been run, or cannot be. */
export interface Result {
  readonly of: Ready;
  readonly scenario: Scenario;
  /** Of the file, from 0. */
  readonly index: number;
  readonly failures: readonly Failure[];
  /** Undefined if it has not run. */
  readonly outcome: Outcome | undefined;
  readonly milliseconds: number;
}

/** What a scenario comes to: a draft that nobody has reviewed has not passed, whatever it does. */
export function verdictOf({
  scenario,
  failures,
}: Pick<Result, 'scenario' | 'failures'>): 'passed' | 'failed' | 'draft' {
  if (failures.length > 0) return 'failed';
  return scenario.draft ? 'draft' : 'passed';
}

export interface Listener {
  onBundling(files: number): void;
  onStarting(scenarios: number): void;
  onResult(result: Result): void;
}

/** Runs all scenarios of the files; the results come in the order in which they are there. */
export async function runFiles(
  prepared: readonly Prepared[],
  signal: AbortSignal,
  listener: Listener,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const add = (result: Result) => {
    results.push(result);
    listener.onResult(result);
  };
  for (const one of prepared) if (one.kind === 'rejected') rejected(one).forEach(add);
  for (const group of bundles(prepared.filter((one) => one.kind === 'runnable'))) {
    listener.onBundling(new Set(group.map(({ file }) => file)).size);
    const { workflowBundle, broken } = await bundleCode(codeOf(group), filesOf(group));
    const sound: Runnable[] = [];
    for (const one of group) {
      const why = reasonFor(one, broken);
      if (why === undefined) sound.push(one);
      else notLoaded(one, why).forEach(add);
    }
    const plays = sound.flatMap(playsOf);
    if (!workflowBundle || plays.length === 0) continue;
    listener.onStarting(plays.length);
    await inLanes(workflowBundle, plays, signal, async (lane, { of, scenario, index }) => {
      const began = performance.now();
      const { subject, scenarios } = of;
      const outcome = await runScenario(lane, { subject, scenario, stub: scenarios.content.stub });
      if (signal.aborted) return;
      add({
        of,
        scenario,
        index,
        outcome,
        failures: outcome.failures,
        milliseconds: performance.now() - began,
      });
    });
  }
  return results;
}

interface PlayOf {
  readonly of: Runnable;
  readonly scenario: Scenario;
  readonly index: number;
}

function playsOf(of: Runnable): readonly PlayOf[] {
  const { scenarios, now } = of.scenarios.content;
  return scenarios.map((scenario, index) => ({
    of,
    scenario: now === undefined ? scenario : { now, ...scenario },
    index,
  }));
}

/** Files whose workflows go into one bundle: those of a project, and all that are in none, as far as their names differ. */
function bundles(prepared: readonly Runnable[]): readonly (readonly Runnable[])[] {
  const groups: { readonly names: Map<string, string>; readonly files: Runnable[] }[] = [];
  for (const one of prepared) {
    const names = namesOf(one);
    const isFree = (taken: ReadonlyMap<string, string>) =>
      [...names].every(([name, home]) => (taken.get(name) ?? home) === home);
    const root = one.workshop.project?.root;
    const group = groups.find(
      ({ files, names: taken }) =>
        isFree(taken) && files.every(({ workshop }) => workshop.project?.root === root),
    );
    if (group) {
      group.files.push(one);
      for (const [name, home] of names) group.names.set(name, home);
    } else groups.push({ names: new Map(names), files: [one] });
  }
  return groups.map(({ files }) => files);
}

function namesOf({ workshop }: Runnable): ReadonlyMap<string, string> {
  return new Map(
    workshop.code.flatMap(({ names = [], module }) => names.map((name) => [name, module] as const)),
  );
}

function codeOf(group: readonly Runnable[]): readonly Code[] {
  const all = group.flatMap(({ workshop }) => workshop.code);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function filesOf(group: readonly Runnable[]): ReadonlyMap<string, string> {
  const diagrams = group.flatMap(({ workshop }) => [...workshop.diagrams.values()]);
  return new Map(diagrams.flatMap(({ files }) => files.map(({ file, content }) => [file, content] as const)));
}

function reasonFor({ subject, workshop }: Runnable, broken: Bundled['broken']): string | undefined {
  for (const [code, why] of broken) {
    const isOwn = workshop.code.some((one) => JSON.stringify(one) === JSON.stringify(code));
    if (isOwn && (code.names === undefined || code.names.includes(subject.type))) return why;
  }
  return undefined;
}

function notLoaded(of: Runnable, why: string): readonly Result[] {
  const failure: Failure = { where: 'code', path: [], expected: 'code that can be loaded', happened: why };
  return playsOf(of).map(({ scenario, index }) => without(of, scenario, index, [failure]));
}

/** A diagram that does not compile is what a scenario may expect. */
function rejected(of: Rejected): readonly Result[] {
  const codes = of.diagnostics.map(({ code }) => code);
  const errors = of.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return of.scenarios.content.scenarios.map((scenario, index) => {
    const { status, diagnostics = [] } = scenario.then ?? {};
    const failures: Failure[] = [];
    if (status !== 'rejected') {
      const expected = status === undefined ? 'the diagram to compile' : status;
      failures.push({
        where: 'then.status',
        path: ['then', 'status'],
        expected,
        happened: `rejected: ${list(errors)}`,
      });
    }
    const missing = diagnostics.filter((code) => !codes.includes(code));
    if (missing.length > 0)
      failures.push({
        where: 'then.diagnostics',
        path: ['then', 'diagnostics'],
        expected: list(diagnostics),
        happened: `not among them: ${list(missing)}; there are: ${list(codes)}`,
      });
    return without(of, scenario, index, failures);
  });
}

function without(of: Ready, scenario: Scenario, index: number, failures: readonly Failure[]): Result {
  return { of, scenario, index, failures, outcome: undefined, milliseconds: 0 };
}

function list(codes: readonly string[]): string {
  return [...new Set(codes)].join(', ') || 'none';
}
