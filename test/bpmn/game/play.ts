import { inspect, isDeepStrictEqual } from 'node:util';
import type { Process } from '../../../src/bpmn/2-model/types';
import { holds, VALUES, VARIABLES } from './conditions';
import { WorkflowRun, type Outcome, type Work } from '../../support/workflow-run';
import { randomOf } from './random';
import { withRejections } from '../../support/rejections';
import type { Sandbox } from '../../support/sandbox';
import { CODES } from './shapes';
import { NotInTheRules, TokenGame, type Late, type Vars } from './token-game';

/** What happened from outside, and what the compiled process then waited for. */
export interface Step {
  readonly event:
    | { readonly kind: 'start' | 'unhandled rejection' }
    | { readonly kind: 'complete'; readonly element: string; readonly result: Vars }
    | { readonly kind: 'fail'; readonly element: string; readonly code: string }
    | { readonly kind: 'fire'; readonly element: string };
  /** Tasks that were told to stop in consequence, and nevertheless ended with a result. */
  readonly late: readonly Late[];
  readonly open: readonly string[];
  /** What the tasks were given that were started. */
  readonly inputs: readonly unknown[];
  readonly outcome: Outcome | undefined;
  /** At the end: how often each element was entered. */
  readonly entered?: Readonly<Record<string, number>>;
}

const MAX_STEPS = 40;

type WorkflowModule = { readonly module: string; readonly type: string };

/** Starts a compiled process and lets things happen at random until it ends, or waits for nothing, or has gone on long. */
export async function play(
  sandbox: Sandbox,
  workflow: WorkflowModule,
  input: Vars,
  seed: number,
  options: { readonly continues?: boolean } = {},
): Promise<Step[]> {
  const { result: steps, rejections } = await withRejections(() =>
    playOn(new WorkflowRun(sandbox, workflow, input, options), seed),
  );
  // Temporal fails the workflow task for them.
  return rejections.length === 0 ? steps : [...steps, brokenBy(rejections[0])];
}

function playOn(run: WorkflowRun, seed: number): Step[] {
  const random = randomOf(seed);
  const steps: Step[] = [];
  const known = new Set<Work>();
  const record = (event: Step['event']) => {
    const late = letStop(run, random);
    const open = run.open;
    const inputs = open
      .filter((work) => work.kind === 'activity' && !known.has(work))
      .map(({ input }) => input);
    for (const work of open) known.add(work);
    const { outcome } = run;
    const over = outcome !== undefined || open.length === 0;
    steps.push({
      event,
      late,
      open: open.map(({ kind, element }) => `${kind} ${element}`).sort(),
      inputs,
      outcome,
      ...(over && outcome?.kind !== 'broken' && { entered: enteredIn(run) }),
    });
  };
  record({ kind: 'start' });
  while (steps.length < MAX_STEPS && run.outcome === undefined && run.open.length > 0) {
    const work = run.open[random(run.open.length)]!;
    const { element } = work;
    if (work.kind === 'timer') {
      run.fire(work);
      record({ kind: 'fire', element });
    } else if (random(6) === 0) {
      const code = CODES[random(4) === 0 ? 1 : 0];
      run.fail(work, code);
      record({ kind: 'fail', element, code });
    } else {
      const result = resultOf(random);
      run.complete(work, result);
      record({ kind: 'complete', element, result });
    }
  }
  return steps;
}

function brokenBy(error: unknown): Step {
  return {
    event: { kind: 'unhandled rejection' },
    late: [],
    open: [],
    inputs: [],
    outcome: { kind: 'broken', error },
  };
}

/** Tasks that are told to stop do so before anything else happens; some have a result nevertheless. */
function letStop(run: WorkflowRun, random: (n: number) => number): Late[] {
  const late: Late[] = [];
  for (;;) {
    const stopping = run.open.filter(({ cancelRequested }) => cancelRequested);
    if (stopping.length === 0) return late;
    const work = stopping[random(stopping.length)]!;
    if (work.neverSent || random(3) > 0) run.cancel(work);
    else {
      const result = resultOf(random);
      late.push({ element: work.element, result });
      run.complete(work, result);
    }
  }
}

function resultOf(random: (n: number) => number): Vars {
  return Object.fromEntries(VARIABLES.filter(() => random(2) === 0).map((name) => [name, random(VALUES)]));
}

function enteredIn(run: WorkflowRun): Record<string, number> {
  const { elements } = run.query('baton.progress') as { elements: Record<string, { entered: number }> };
  return Object.fromEntries(Object.entries(elements).map(([id, { entered }]) => [id, entered]));
}

const MAX_TRIES = 500;

/** Whether the token game can be played like this: undefined, or what is wrong at which step. */
export function judge(process: Process, input: Vars, steps: readonly Step[]): string | undefined {
  // Where the rules leave a choice, the steps do not say which was taken: every one is tried.
  let choices: number[] = [];
  let first: string | undefined;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const arities: number[] = [];
    const problem = replay(process, input, steps, (n) => {
      arities.push(n);
      return choices[arities.length - 1] ?? 0;
    });
    if (problem === undefined) return undefined;
    first ??= problem;
    const next = arities.map((_, i) => choices[i] ?? 0);
    while (next.length > 0 && next.at(-1) === arities[next.length - 1]! - 1) next.pop();
    if (next.length === 0) return first;
    next[next.length - 1]! += 1;
    choices = next;
  }
  throw new Error(`More than ${MAX_TRIES} ways to play this.`);
}

function replay(
  process: Process,
  input: Vars,
  steps: readonly Step[],
  choose: (n: number) => number,
): string | undefined {
  let game: TokenGame | undefined;
  for (const [i, step] of steps.entries()) {
    const at = `step ${i} (${describe(step)})`;
    try {
      if (game) happen(game, step);
      else game = new TokenGame(process, input, { choose, holds });
    } catch (error) {
      if (error instanceof NotInTheRules) return `${at}: ${error.message}`;
      throw error;
    }
    const problem = compare(game, step, process);
    if (problem) return `${at}: ${problem}`;
  }
  return undefined;
}

function happen(game: TokenGame, { event, late }: Step): void {
  if (event.kind === 'complete') game.complete(event.element, event.result, late);
  else if (event.kind === 'fail') game.fail(event.element, event.code, late);
  else if (event.kind === 'fire') game.fire(event.element, late);
}

function compare(
  game: TokenGame,
  { open, inputs, late, outcome, entered }: Step,
  process: Process,
): string | undefined {
  const expected = {
    open: game.open.map(({ kind, element }) => `${kind} ${element}`).sort(),
    ...game.ending,
  };
  const actual = { open, ...outcome };
  if (!outcome && open.length === 0) Object.assign(actual, { kind: 'stuck' });
  if (!isDeepStrictEqual(actual, expected)) return differ(expected, actual);
  const wrong = late.length === 0 && inputs.find((input) => !isDeepStrictEqual(input, game.vars));
  if (wrong) return differ(game.vars, wrong);
  if (!entered || game.interrupted) return undefined;
  // A process with a scope around its body counts as an element.
  const actually = Object.fromEntries(Object.entries(entered).filter(([id]) => id !== process.id));
  const visits = Object.fromEntries([...game.visits].filter(([id]) => !id.startsWith('Start')));
  return isDeepStrictEqual(actually, visits) ? undefined : differ(visits, actually);
}

const SHOW = { breakLength: Infinity, depth: 5, sorted: true };

function differ(expected: unknown, actual: unknown): string {
  return `the rules say ${inspect(expected, SHOW)}, the code ${inspect(actual, SHOW)}`;
}

export function describe({ event, late }: Step): string {
  const { kind, ...rest } = event;
  const stopped = late.map(({ element, result }) => ` late ${element} ${JSON.stringify(result)}`);
  return [kind, ...Object.values(rest).map((value) => JSON.stringify(value))].join(' ') + stopped.join('');
}
