import { isClientError } from '../../../client/errors';
import type { Scenario, Step } from '../file/schema';
import type { Lane, Play, Stage } from '../server/lane';
import { coveredBy, type Covered } from './covered';
import { inTermsOf } from './in-terms-of';
import { judge, pathOf, placesOf, stateOf, tracesOf, type Failure, type Observed } from './judge';
import { observe, processRuns, type ObservedRun } from './observed';
import { Steps, type StepProblem } from './steps';

/** What came of a scenario. */
export interface Outcome {
  /** None: it has passed. */
  readonly failures: readonly Failure[];
  /** Of the run of the scenario, as far as it came. */
  readonly path: string;
  readonly state: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly covered: Covered;
}

/** Runs one scenario on a server where nothing else runs. */
export function runScenario(lane: Lane, written: Play): Promise<Outcome> {
  const play = { ...written, scenario: inTermsOf(written.subject, written.scenario) };
  return lane.run(play, async (stage) => {
    const steps = new Steps(stage, play.subject);
    const problems = await perform(play.scenario, steps, play, stage);
    const unrest = problems.some(({ where }) => where === REST);
    const observed = await look(play, stage);
    const answered = [...stage.record.unanswered].map(unanswered);
    const judged = problems.length > 0 ? [] : judge(play.scenario.then ?? {}, observed);
    const failures = [...problems, ...answered, ...judged, ...withoutAssertion(play)];
    return { result: outcomeOf(observed, failures), isAtRest: !unrest };
  });
}

const REST = 'idle';

/** Start and steps, until one cannot be done. */
async function perform(
  scenario: Scenario,
  steps: Steps,
  play: Play,
  stage: Stage,
): Promise<readonly Failure[]> {
  const { given, startEvent, businessKey, when = [] } = scenario;
  const at = (number: number): Pick<Failure, 'where' | 'path'> => {
    const step = when[number];
    return step
      ? { where: `step ${number + 1} (${kindOf(step)})`, path: ['when', number] }
      : { where: 'given', path: ['given'] };
  };
  const rest = async (path: Failure['path']): Promise<readonly Failure[]> => {
    const unrest = await steps.settle();
    return unrest === undefined
      ? []
      : [{ where: REST, path, expected: 'the runs to become idle', happened: unrest }];
  };
  if (given !== undefined || !when[0]?.start) {
    const options = {
      ...(startEvent !== undefined && { startEvent }),
      ...(businessKey !== undefined && { businessKey }),
    };
    const problem = await attempt(() => steps.start(given, options));
    if (problem) return [{ ...at(-1), ...problem }];
  }
  for (const [number, step] of when.entries()) {
    const unrest = await rest(number === 0 ? ['given'] : at(number - 1).path);
    if (unrest.length > 0) return unrest;
    const waiting = step.waiting === undefined ? undefined : await judgeWaiting(step.waiting, play, stage);
    const problem = waiting ?? (await attempt(() => steps.take(step)));
    if (problem) return [{ ...at(number), ...problem }];
  }
  return rest(at(when.length - 1).path);
}

/** What the client refuses is no mistake of ours. */
export async function attempt(
  work: () => Promise<StepProblem | undefined | void>,
): Promise<StepProblem | undefined> {
  try {
    return (await work()) ?? undefined;
  } catch (error) {
    if (!isClientError(error)) throw error;
    return { expected: 'it to be accepted', happened: error.message };
  }
}

async function judgeWaiting(
  wanted: string | readonly string[],
  play: Play,
  stage: Stage,
): Promise<StepProblem | undefined> {
  const observed = await look(play, stage);
  const open = observed.runs.filter(({ status }) => status === 'waiting');
  const held = tracesOf({ ...observed, runs: open, main: undefined }).flatMap((trace) => [...trace.held]);
  const active = [...new Set([...open.flatMap(placesOf), ...held])];
  const ids = typeof wanted === 'string' ? [wanted] : wanted;
  const missing = ids.filter((id) => !active.includes(id));
  if (missing.length === 0) return undefined;
  const where = active.length > 0 ? `it waits at ${active.join(', ')}` : stateOf(observed.main);
  return { expected: `it to wait at ${missing.join(', ')}`, happened: where };
}

/** What all runs of a scenario are and were. */
export async function look(
  { subject }: Pick<Play, 'subject'>,
  { environment, record }: Stage,
): Promise<Observed> {
  const runs: ObservedRun[] = [];
  for (const run of processRuns(record))
    runs.push(await observe(environment.client.get(undefined, run.workflowId), run.type));
  return { subject, record, runs, main: runs.find(({ type }) => type === subject.type) };
}

function outcomeOf(observed: Observed, failures: readonly Failure[]): Outcome {
  const trace = observed.main && tracesOf(observed)[0];
  return {
    failures,
    path: pathOf(trace),
    state: stateOf(observed.main, trace),
    variables: observed.main?.variables ?? {},
    covered: coveredBy(observed),
  };
}

function kindOf(step: Step): string {
  return Object.keys(step)[0] ?? '';
}

const UNANSWERED = [
  ['the script', 'scripts'],
  ['the process', 'processes'],
] as const;

function unanswered(what: string): Failure {
  return {
    where: UNANSWERED.find(([kind]) => what.startsWith(kind))?.[1] ?? 'activities',
    path: [],
    expected: `somebody to answer for ${what}`,
    happened: 'it is not listed, and there is no implementation; list it, or say `stub: all`',
  };
}

function withoutAssertion({ scenario, subject }: Play): readonly Failure[] {
  const { when = [], then = {} } = scenario;
  if (scenario.draft) return [];
  if (Object.keys(then).length > 0 || when.some(({ waiting }) => waiting !== undefined)) return [];
  const expected = 'at least one assertion: something under `then`, or a step `waiting`';
  const happened = subject.counterpart
    ? 'the scenario asserts nothing that code has: sequence flows, gateways and starts are only in the diagram'
    : 'the scenario asserts nothing';
  return [{ where: 'then', path: [], expected, happened }];
}
