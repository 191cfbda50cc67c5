import type { Node, Process } from '../../../bpmn/2-model/types';
import { stepAnswering } from './conditions/code';
import { solve } from './conditions/solve';
import { pathsIn, renamed, type Test } from './conditions/test';
import { demandOf, flowsOf } from './decisions';
import { getAt, hasAt, setAt, type Variables } from './nested';
import { plainPath, sourceIn, VALUE } from './producers';
import { wayToEnd, type Route } from './routes';
import { longerThan } from './time';
import { canThrow, done, elementOf, type Way, type Ways } from './ways';

/** How one visit of an element goes. */
export interface Supply {
  /** What it returns or is told is under `value`. */
  readonly data: Variables;
  throws?: string;
  fails?: string;
  takes?: string;
}

/** What is to happen while something is under way. */
export interface Happening {
  readonly holder: string;
  readonly event: string;
}

/** What a run needs to go a route. */
export interface Draft {
  readonly given: Variables;
  /** For the successive visits of an element. */
  readonly supplies: Map<string, Supply[]>;
  readonly happenings: readonly Happening[];
  /** Why it may go elsewhere. */
  readonly doubts: readonly string[];
}

export interface Ground {
  readonly process: Process;
  readonly ways: Ways;
  /** What every run is given. */
  readonly given: Variables;
  /** Whether an element is in the diagram: listeners are elements of the model only. */
  readonly isDrawn: (element: string) => boolean;
}

/**
 * Works out what a run must be given, answered and told to go a route.
 *
 * @param generously - values that decide go into `given` as well, for elements that do not bring what it seems they do
 */
export function draftFor(
  route: Route,
  { process, ways, given, isDrawn }: Ground,
  generously: boolean,
): Draft {
  const draft = new Drafting(process, ways, structuredClone(given), isDrawn, generously);
  draft.walk([process.id], route.ways);
  draft.settle();
  return draft;
}

interface Slot {
  /** Undefined: given at the start. */
  readonly supply: Supply | undefined;
  readonly path: string;
  /** It is a list, and this is where the variable is in each of its items. */
  readonly within?: string;
}

class Drafting implements Draft {
  readonly supplies = new Map<string, Supply[]>();
  readonly happenings: Happening[] = [];
  readonly doubts: string[] = [];
  readonly #flows;
  /** Those of the route come first; what others want must not contradict them. */
  readonly #wanted: { readonly tests: readonly Test[]; readonly isSide: boolean }[] = [];
  readonly #slots = new Map<string, Slot>();
  readonly #seen = new Set<string>();
  readonly #gone = new Set<Way>();

  constructor(
    private readonly process: Process,
    private readonly ways: Ways,
    readonly given: Variables,
    private readonly isDrawn: (element: string) => boolean,
    private readonly generously: boolean,
  ) {
    this.#flows = flowsOf(process, ways);
  }

  /** Goes a route, then what runs beside it, by the shortest ways. */
  walk(before: readonly string[], route: readonly Way[]): void {
    const places = [...before];
    const sides: (() => void)[] = [];
    for (const way of route) {
      this.#seen.add(way.from);
      this.#gone.add(way);
      this.#go(way, places, before.length > 1);
      const here = [...places];
      for (const beside of this.#beside(way)) sides.push(() => this.#side(here, beside));
      places.push(way.to);
    }
    for (const side of sides) side();
  }

  /** Finds values for everything that decides. */
  settle(): void {
    for (const group of grouped(this.#wanted)) {
      const own = group.filter(({ isSide }) => !isSide).flatMap(({ tests }) => tests);
      const all = group.flatMap(({ tests }) => tests);
      const found = solve(all) ?? solve(own);
      if (!found && own.length > 0)
        this.doubts.push('no values were found with which all its conditions hold');
      for (const [key, value] of found ?? []) {
        const slot = this.#slots.get(key);
        if (!slot) continue;
        const { supply, path, within } = slot;
        const put = within === undefined ? setAt : inItems(within);
        put(supply?.data ?? this.given, path, value);
        const plain = key.slice(key.indexOf('|') + 1);
        if (this.generously && !hasAt(this.given, plain)) setAt(this.given, plain, value);
      }
    }
  }

  #go(way: Way, places: readonly string[], isSide: boolean): void {
    const from = this.ways.nodes.get(way.from);
    const to = this.ways.nodes.get(way.to);
    if (from && canThrow(from)) {
      const supply = this.#visit(way.from, places);
      if (way.kind === 'throws') endIn(supply, to);
      if (way.kind === 'event') supply.takes = longerThan(timerOf(to));
    } else if (way.kind === 'event') this.#delay(way, to);
    const isAwaited = way.kind === 'flow' && from?.kind === 'eventBasedGateway';
    if (way.kind === 'event' || isAwaited) this.happenings.push({ holder: way.from, event: way.to });
    const { tests, unreadable } = demandOf(way, this.ways, this.#flows);
    if (!isSide) this.doubts.push(...unreadable);
    if (tests.length === 0) return;
    const slotted = tests.map((test) => renamed(test, (path) => this.#slotOf(path, places)));
    this.#wanted.push({ tests: slotted, isSide });
  }

  /** A scope must still be under way when something happens in it: what it does first takes a while. */
  #delay(way: Way, event: Node | undefined): void {
    let place: string | undefined = way.from;
    for (let steps = 0; place !== undefined && steps < 50; steps += 1) {
      const node = this.ways.nodes.get(place);
      if (node && isPatient(node)) return;
      if (node && canThrow(node)) {
        this.#visit(place, [place]).takes ??= longerThan(timerOf(event));
        return;
      }
      const at: string = place;
      const inside: Way | undefined = this.ways.from.get(at)?.find(({ kind }) => kind === 'enter');
      place = (inside ?? wayToEnd(this.ways, at, this.process.id))?.to;
      if (place === done(way.from)) return;
    }
  }

  /** What goes on beside a way: the other branches of a fork, or what an event does not interrupt. */
  #beside(way: Way): readonly Way[] {
    const node = this.ways.nodes.get(way.from);
    const others = (this.ways.from.get(way.from) ?? []).filter((one) => one !== way);
    if (way.kind === 'event') {
      const inside = others.find(({ kind }) => kind === 'enter');
      const onward = inside ?? others.find(({ kind }) => kind === 'flow');
      return onward ? [onward] : [];
    }
    const isFork = node && node.kind !== 'exclusiveGateway' && node.kind !== 'eventBasedGateway';
    return isFork ? others.filter(({ kind }) => kind === 'flow' || kind === 'enter') : [];
  }

  #side(before: readonly string[], first: Way): void {
    if (this.#gone.has(first)) return;
    this.#gone.add(first);
    const strand: Way[] = [];
    for (let way: Way | undefined = first; way && !this.#seen.has(way.to) && strand.length < 100;) {
      strand.push(way);
      this.#seen.add(way.from);
      way = wayToEnd(this.ways, way.to, this.process.id);
    }
    const unconditional = strand[0] && demandOf(strand[0], this.ways, this.#flows).tests.length === 0;
    if (unconditional) this.walk([...before, first.from], strand);
  }

  /** The supply of the visit that a route makes when it has come by these places. */
  #visit(element: string, places: readonly string[]): Supply {
    const number = Math.max(0, places.filter((place) => place === element).length - 1);
    const known = this.supplies.get(element) ?? [];
    this.supplies.set(element, known);
    while (known.length <= number) known.push({ data: {} });
    return known[number] as Supply;
  }

  /** Whoever has set a variable last; under a name that tells it from what others set. */
  #slotOf(path: string, places: readonly string[]): string {
    const step = stepAnswering(path);
    if (step !== undefined) return this.#slotOfAnswer(step);
    for (let i = places.length - 1; i >= 0; i -= 1) {
      const element = elementOf(places[i] ?? '');
      const node = this.ways.nodes.get(element);
      const list = node && places[i] === element ? itemsOf(node, path) : undefined;
      if (list) {
        const slot = this.#slots.get(this.#slotOf(list.collection, places.slice(0, i)));
        const key = `${element}|${path}`;
        if (slot) this.#slots.set(key, { ...slot, within: list.within });
        return key;
      }
      const source = node && this.isDrawn(element) ? sourceIn(node, path) : undefined;
      if (source === undefined) continue;
      const until = places.slice(0, i + 1);
      const number = until.filter((place) => place === element).length;
      const key = `${element}#${number}|${path}`;
      if (!this.#slots.has(key)) this.#slots.set(key, { supply: this.#visit(element, until), path: source });
      return key;
    }
    const key = `|${path}`;
    this.#slots.set(key, { supply: undefined, path });
    return key;
  }

  /** A bean is asked anew for each condition that calls it. */
  #slotOfAnswer(step: string): string {
    const known = this.supplies.get(step) ?? [];
    const supply: Supply = { data: {} };
    this.supplies.set(step, [...known, supply]);
    const key = `${step}#${known.length + 1}|${VALUE}`;
    this.#slots.set(key, { supply, path: VALUE });
    return key;
  }
}

/** The variable of a multi-instance activity that has the item of each instance, and where in it a path is. */
function itemsOf(
  node: Node,
  path: string,
): { readonly collection: string; readonly within: string } | undefined {
  const loop = 'loop' in node ? node.loop : undefined;
  if (loop?.kind !== 'multiInstance' || loop.item === undefined || !loop.collection) return undefined;
  const collection = plainPath(loop.collection);
  const isItem = path === loop.item || path.startsWith(`${loop.item}.`);
  return collection !== undefined && isItem
    ? { collection, within: path.slice(loop.item.length + 1) }
    : undefined;
}

/** Sets something in each item of a list. */
function inItems(within: string) {
  return (variables: Variables, path: string, value: unknown): void => {
    const known = getAt(variables, path);
    const items: readonly unknown[] =
      Array.isArray(known) && known.length > 0 ? known : [undefined, undefined];
    const changed = items.map((item) => {
      if (within === '') return value;
      const own: Variables = typeof item === 'object' && item !== null ? { ...item } : {};
      setAt(own, within, value);
      return own;
    });
    setAt(variables, path, changed);
  };
}

/** Whether it waits for something that only the scenario makes happen. */
function isPatient(node: Node): boolean {
  if (node.kind === 'intermediateCatchEvent') return node.trigger.kind !== 'timer';
  return ['userTask', 'receiveTask', 'eventBasedGateway'].includes(node.kind);
}

/** What an event catches is a BPMN error, or a failure where Camunda 7 has it catch Java's exceptions. */
function endIn(supply: Supply, event: Node | undefined): void {
  const trigger = event && 'trigger' in event ? event.trigger : undefined;
  if (trigger?.kind !== 'error') return;
  if (trigger.javaClass) supply.fails = 'out of order';
  else supply.throws = trigger.code ?? 'ERROR';
}

function timerOf(node: Node | undefined): string | undefined {
  const trigger = node && 'trigger' in node ? node.trigger : undefined;
  return trigger?.kind === 'timer' ? trigger.value.text : undefined;
}

/** Tests that speak of the same variables are solved together. */
function grouped<T extends { readonly tests: readonly Test[] }>(
  all: readonly T[],
): readonly (readonly T[])[] {
  const groups: { readonly paths: Set<string>; readonly members: T[] }[] = [];
  for (const one of all) {
    const paths = new Set(one.tests.flatMap(pathsIn));
    const related = groups.filter((group) => [...paths].some((path) => group.paths.has(path)));
    const merged = { paths, members: [...related.flatMap(({ members }) => members), one] };
    for (const group of related) {
      for (const path of group.paths) paths.add(path);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(({ members }) => members);
}
