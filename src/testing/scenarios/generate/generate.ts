import type { Node, Process, SubProcess } from '../../../bpmn/2-model/types';
import type { JsonSchema } from '../../../bpmn/4-emit/expressions/types';
import type { Scenario } from '../file/schema';
import { activitiesOf, type Subject } from '../run/subject';
import type { Lane } from '../server/lane';
import { answersFor } from './answers';
import { usualAnswers } from './beans';
import { draftFor, type Draft } from './draft';
import { mentioned } from './mentions';
import { setAt, type Variables } from './nested';
import { activitiesIn } from './next-step';
import { play, type Played } from './play';
import { plainPath } from './producers';
import { routeTo, straightRoute, type Route } from './routes';
import { sample } from './sample';
import { titleOf } from './titles';
import { waysOf, type Way, type Ways } from './ways';

/** A scenario that is proposed, with what a run of it showed. */
export interface Proposal {
  readonly scenario: Scenario;
  readonly played: Played;
}

/** A sequence flow or event at which no draft has arrived. */
export interface Unreached {
  readonly id: string;
  readonly why: string;
}

export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly unreached: readonly Unreached[];
  /** Elements and flows that the drafts have come by. */
  readonly covered: ReadonlySet<string>;
}

/** What a diagram's surroundings say of its data. */
export interface Schemas {
  readonly variables?: JsonSchema | undefined;
  /** Of what activities return, by element. */
  readonly results: ReadonlyMap<string, JsonSchema>;
  /** Of what user tasks are completed with, by element. */
  readonly completions: ReadonlyMap<string, JsonSchema>;
}

/**
 * Proposes scenarios that together take every sequence flow and every event of a process: for each that no draft has come
 * by, the shortest route there is worked out, run, and kept if it got there. The same diagram gives the same drafts.
 *
 * @param onDraft - told of each that is kept
 */
export async function generate(
  lane: Lane,
  {
    process,
    subject,
    schemas,
  }: { readonly process: Process; readonly subject: Subject; readonly schemas: Schemas },
  onDraft: (proposal: Proposal) => void,
): Promise<Proposals> {
  const generator = new Generator(lane, process, subject, schemas, onDraft);
  await generator.run();
  return generator;
}

class Generator implements Proposals {
  readonly proposals: Proposal[] = [];
  readonly unreached: Unreached[] = [];
  readonly covered = new Set<string>();
  readonly #ways: Ways;
  readonly #drawn: ReadonlySet<string>;

  constructor(
    private readonly lane: Lane,
    private readonly process: Process,
    private readonly subject: Subject,
    private readonly schemas: Schemas,
    private readonly onDraft: (proposal: Proposal) => void,
  ) {
    this.#ways = waysOf(process);
    const { elements = [], flows = [] } = subject.diagram?.graph ?? {};
    this.#drawn = new Set([...elements, ...flows].map(({ id }) => id));
  }

  async run(): Promise<void> {
    const straight = straightRoute(this.process.id, this.#ways);
    if (straight) await this.#try(straight, titleOf(straight.goal, this.#ways), false);
    const tried = new Map<string, string>();
    for (const way of this.#ways.all.filter(isGoal)) {
      if (this.covered.has(way.goal)) continue;
      tried.set(way.goal, await this.#reach(way));
    }
    for (const [id, why] of tried)
      if (!this.covered.has(id) && this.#isDrawn(id)) this.unreached.push({ id, why });
    await this.#withoutItems();
    await this.#failing();
  }

  readonly #isDrawn = (id: string): boolean => this.#drawn.has(id);

  /** @returns why it was not reached, if it was not */
  async #reach(way: Way): Promise<string> {
    const route = this.#routeTo(way);
    if (!route) return 'no way leads there';
    let why = '';
    for (const generously of [false, true]) {
      const { draft, played } = await this.#try(route, titleOf(way, this.#ways), generously);
      if (this.covered.has(way.goal)) return '';
      why = [
        ...new Set([...draft.doubts, `the run that was to go there ended elsewhere (${played.state})`]),
      ].join('; ');
    }
    return why;
  }

  #routeTo(way: Way): Route | undefined {
    return routeTo(way, this.process.id, this.#ways, ({ goal }) => !this.covered.has(goal));
  }

  /** Of multi-instance activities that may have nothing to do. */
  async #withoutItems(): Promise<void> {
    const many = [...this.#ways.nodes.values()].find((node) => countOf(node) !== undefined);
    const way = many && this.#ways.all.find(({ to }) => to === many.id);
    const route = way && this.#routeTo(way);
    if (route) await this.#try(route, `${nameOf(many)}: nothing to do`, false, 0);
  }

  /** Of the first activity that the diagram says is to be tried several times. */
  async #failing(): Promise<void> {
    const tried = [...this.#ways.nodes.values()].find((node) => isTriedAgain(node));
    const way = tried && this.#ways.all.find(({ to }) => to === tried.id);
    const route = way && this.#routeTo(way);
    if (!route) return;
    const fails = { [tried.id]: { fails: `${nameOf(tried)} is out of order` } };
    await this.#try(route, `${nameOf(tried)}: fails, also when it is tried again`, false, 2, fails);
  }

  /** Keeps a draft that has come by something new, or that is about something else than ways. */
  async #try(
    route: Route,
    name: string,
    generously: boolean,
    items = 2,
    activities?: NonNullable<Scenario['activities']>,
  ): Promise<{ readonly draft: Draft; readonly played: Played }> {
    const ground = {
      process: this.process,
      ways: this.#ways,
      given: this.#given(items),
      isDrawn: this.#isDrawn,
    };
    const draft = draftFor(route, ground, generously);
    this.#complete(draft);
    const scenario = this.#scenario(name, draft, route, activities);
    const played = await play(this.lane, this.subject, scenario, {
      draft,
      ways: this.#ways,
      process: this.process.id,
    });
    const isNew =
      [...played.covered].some((id) => !this.covered.has(id)) || items === 0 || activities !== undefined;
    for (const id of played.covered) this.covered.add(id);
    if (isNew) {
      const proposal = {
        scenario: trimmed({ ...scenario, when: [...played.when] }, played),
        played,
      };
      this.proposals.push(proposal);
      this.onDraft(proposal);
    }
    return { draft, played };
  }

  /** What the schema of a task asks for is there, whatever a route is about. */
  #complete({ supplies }: Draft): void {
    for (const [id, schema] of this.schemas.completions) {
      const base = sample(schema) as Variables;
      const known = supplies.get(id) ?? supplies.set(id, [{ data: {} }]).get(id) ?? [];
      for (const { data } of known) data['value'] = { ...base, ...(data['value'] as Variables | undefined) };
    }
  }

  /** What answers for an element are listed under. */
  #keyOf(id: string): string {
    const known = this.subject.diagram ? activitiesOf(this.subject.diagram) : [];
    return this.#isDrawn(id) ? id : (known.find(({ element }) => element === id)?.name ?? id);
  }

  #given(items: number): Variables {
    const known = this.schemas.variables ? (sample(this.schemas.variables) as Variables) : {};
    const given: Variables = { ...mentioned(this.process, items), ...known };
    for (const node of this.#ways.nodes.values()) {
      const started = node.kind === 'subProcess' ? startedIn(node) : undefined;
      if (started) setAt(given, started.list, started.ids);
      const count = countOf(node);
      if (count?.collection)
        setAt(
          given,
          count.collection,
          Array.from({ length: items }, (_, i) => `item-${i + 1}`),
        );
    }
    return given;
  }

  #scenario(name: string, draft: Draft, { ways }: Route, activities: Scenario['activities']): Scenario {
    const results = [...this.schemas.results].map(([id, schema]) => [id, sample(schema)] as const);
    // A draft is about one process: those that it calls are answered for.
    const called = [...this.#ways.nodes.values()].filter(({ kind }) => kind === 'callActivity');
    const usual = new Map<string, unknown>([
      ...called.map(({ id }) => [id, {}] as const),
      ...results,
      ...usualAnswers(this.process),
    ]);
    const answers = answersFor(draft.supplies, usual, this.#ways, (id) => this.#keyOf(id));
    const all = { ...answers, ...(activities && { activities: { ...answers.activities, ...activities } }) };
    const first = this.#ways.nodes.get(ways[0]?.to ?? '');
    const trigger = first && 'startedBy' in first ? first.startedBy?.[0] : undefined;
    if (trigger && trigger.kind !== 'timer' && trigger.name.language === 'literal') {
      const start = { [trigger.kind]: trigger.name.text, variables: draft.given };
      return { name, ...all, when: [{ start }] };
    }
    const starts = this.#ways.from.get(this.process.id)?.filter(({ kind }) => kind === 'enter') ?? [];
    const startEvent = starts.length > 1 && first?.kind === 'startEvent' ? first.id : undefined;
    return { name, given: draft.given, ...(startEvent !== undefined && { startEvent }), ...all };
  }
}

/** Sequence flows that are drawn, and events. */
function isGoal({ kind }: Way): boolean {
  return kind === 'flow' || kind === 'event' || kind === 'throws';
}

/** The variable that says how many instances there are, if one does. */
function countOf(node: Node): { readonly collection?: string } | undefined {
  const loop = 'loop' in node ? node.loop : undefined;
  if (loop?.kind !== 'multiInstance') return undefined;
  const { collection } = loop;
  if (collection?.language === 'variable') return { collection: collection.name };
  return collection || loop.cardinality ? {} : undefined;
}

/** The variable that says which activities of an ad-hoc sub-process begin, with all of them. */
function startedIn({
  adHoc,
  scope,
}: SubProcess): { readonly list: string; readonly ids: readonly string[] } | undefined {
  const list = typeof adHoc?.start === 'object' ? plainPath(adHoc.start) : undefined;
  return list === undefined ? undefined : { list, ids: activitiesIn(scope).map(({ id }) => id) };
}

function nameOf({ id, name = id }: Node): string {
  return name;
}

/** Without the answers that nobody asked for. */
function trimmed(scenario: Scenario, { called }: Played): Scenario {
  const kept = Object.entries(scenario).flatMap(([key, value]) => {
    if (!ANSWERS.includes(key))
      return Array.isArray(value) && value.length === 0 ? [] : [[key, value] as const];
    const entries = Object.entries(value as object).filter(([id]) => called.has(id));
    return entries.length > 0 ? [[key, Object.fromEntries(entries)] as const] : [];
  });
  return Object.fromEntries(kept) as unknown as Scenario;
}

const ANSWERS: readonly string[] = ['activities', 'scripts', 'decisions', 'processes'];

/** Whether the diagram has the number; what an expression gives, nobody knows. */
function isTriedAgain(node: Node): boolean {
  return 'retries' in node && typeof node.retries === 'number' && node.retries > 1;
}
