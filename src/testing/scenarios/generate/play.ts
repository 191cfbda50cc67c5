import type { Scenario, Step } from '../file/schema';
import { coveredBy, type Covered } from '../run/covered';
import { placesOf, stateOf, tracesOf, type Observed } from '../run/judge';
import { attempt, look } from '../run/run-scenario';
import { Steps } from '../run/steps';
import type { Subject } from '../run/subject';
import type { Lane, Stage } from '../server/lane';
import type { Draft } from './draft';
import { stepFor } from './next-step';
import { wayToEnd } from './routes';
import type { Ways } from './ways';

const MOST_STEPS = 60;
/** How often something is done for one element before it is left alone. */
const MOST_TRIES = 8;

/** What came of a draft, and the steps that were taken in it. */
export interface Played {
  readonly when: readonly Step[];
  readonly covered: Covered;
  readonly status: string;
  readonly state: string;
  /** Elements, in order, without gateways and the like. */
  readonly passed: readonly string[];
  readonly error: string | undefined;
  /** Elements that were called. */
  readonly called: ReadonlySet<string>;
}

/** Runs a draft, and finds the steps on the way: whatever the run waits for is made to happen. */
export function play(
  lane: Lane,
  subject: Subject,
  scenario: Scenario,
  { draft, ways, process }: { readonly draft: Draft; readonly ways: Ways; readonly process: string },
): Promise<Played> {
  return lane.run({ subject, scenario, stub: 'all' }, async (stage) => {
    const player = new Player(stage, subject, draft, ways, process);
    const isAtRest = await player.run(scenario);
    return { result: player.outcome(await look({ subject }, stage)), isAtRest };
  });
}

class Player {
  readonly #steps: Steps;
  readonly #taken: Step[] = [];
  readonly #tries = new Map<string, number>();
  readonly #visits = new Map<string, number>();
  readonly #total = new Map<string, number>();
  #happened = 0;

  constructor(
    private readonly stage: Stage,
    private readonly subject: Subject,
    private readonly draft: Draft,
    private readonly ways: Ways,
    private readonly process: string,
  ) {
    this.#steps = new Steps(stage, subject);
  }

  /** @returns whether everything has come to rest */
  async run({ given, startEvent, when = [] }: Scenario): Promise<boolean> {
    const options = startEvent === undefined ? {} : { startEvent };
    const isRefused = when[0]?.start ? undefined : await attempt(() => this.#steps.start(given, options));
    if (isRefused) return true;
    for (const step of when) await this.#take(step);
    for (let count = 0; count < MOST_STEPS; count += 1) {
      if ((await this.#steps.settle()) !== undefined) return false;
      const step = await this.#next();
      if (!step) return true;
      await this.#take(step);
    }
    return (await this.#steps.settle()) === undefined;
  }

  outcome(observed: Observed): Played {
    const { record } = this.stage;
    const [trace] = tracesOf(observed);
    const events = (trace?.events ?? []).filter(({ kind }) => !UNNAMED.some((one) => kind.endsWith(one)));
    return {
      when: this.#taken,
      covered: coveredBy(observed),
      status: observed.main?.status ?? 'waiting',
      state: stateOf(observed.main),
      passed: events.map(({ id }) => id),
      error: observed.main?.failure?.code ?? observed.main?.failure?.type,
      called: new Set([
        ...record.calls.flatMap(({ element, name }) => [element ?? name, name]),
        ...(observed.main ? coveredBy(observed) : []),
      ]),
    };
  }

  async #take(step: Step): Promise<void> {
    const problem = await attempt(() => this.#steps.take(step));
    if (!problem) this.#taken.push(step);
  }

  async #next(): Promise<Step | undefined> {
    const observed = await look({ subject: this.subject }, this.stage);
    const open = observed.runs.filter(({ status }) => status === 'waiting');
    if (open.length === 0) return undefined;
    const held = tracesOf({ ...observed, runs: open, main: undefined }).flatMap((trace) => [...trace.held]);
    const incidents = new Set(open.flatMap(({ progress }) => progress?.incidents ?? []));
    const waiting = new Set([...open.flatMap(placesOf), ...held].filter((id) => !incidents.has(id)));
    const waits = await this.#steps.waits();
    const moves =
      [...coveredBy(observed)].length +
      observed.runs.reduce((sum, { progress }) => sum + (progress?.path.length ?? 0), 0);

    const planned = this.draft.happenings[this.#happened];
    const isUnderWay = planned && (planned.holder === this.process || waiting.has(planned.holder));
    const candidates = [...this.ways.nodes.keys()].filter((id) => waiting.has(id));
    const events = isUnderWay ? [planned.event] : candidates.flatMap((id) => this.#awaited(id));
    for (const id of [...events, ...candidates]) {
      const node = this.ways.nodes.get(id);
      if (!node) continue;
      const key = `${id} ${moves}`;
      const tries = this.#tries.get(key) ?? 0;
      const visit = this.#visits.get(id) ?? 0;
      const supplies = this.draft.supplies.get(id) ?? [];
      const total = this.#total.get(id) ?? 0;
      const step = stepFor(node, { waits, tries, steps: total, supply: supplies[visit] ?? supplies.at(-1) });
      if (!step || total >= MOST_TRIES) continue;
      this.#total.set(id, total + 1);
      this.#tries.set(key, tries + 1);
      if (tries === 0) this.#visits.set(id, visit + 1);
      if (planned && id === planned.event) this.#happened += 1;
      return step;
    }
    return undefined;
  }

  /** Of the events behind a gateway, the one that leads to the end soonest. */
  #awaited(id: string): readonly string[] {
    if (this.ways.nodes.get(id)?.kind !== 'eventBasedGateway') return [];
    const way = wayToEnd(this.ways, id, this.process);
    return way ? [way.to] : [];
  }
}

const UNNAMED = ['Gateway', 'sequenceFlow', 'startEvent', 'ubProcess'];
