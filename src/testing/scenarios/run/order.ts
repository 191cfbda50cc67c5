import type { Trace, TraceEvent } from './trace';

/** Kinds that a path need not name: if it names none of them, they are left out of the comparison. */
const OPTIONAL: readonly (readonly string[])[] = [
  ['startEvent'],
  ['eventSubProcessStart'],
  ['endEvent'],
  ['exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'complexGateway', 'eventBasedGateway'],
  ['subProcess', 'transaction', 'adHocSubProcess'],
  ['sequenceFlow'],
  ['stepWithin'],
];

interface Placed {
  readonly event: TraceEvent;
  readonly index: number;
}

/** The part of a trace that is compared with an expected path. */
export function comparable({ events }: Trace, expected: readonly string[]): readonly Placed[] {
  const kinds = new Map(events.map(({ id, kind }) => [id, kind]));
  const named = new Set(expected.map((id) => kinds.get(id)));
  const left = new Set(OPTIONAL.filter((group) => !group.some((kind) => named.has(kind))).flat());
  return events.map((event, index) => ({ event, index })).filter(({ event }) => !left.has(event.kind));
}

/** Whether a run went exactly this way: what does not depend on each other may come in any order. */
export function isPath(trace: Trace, expected: readonly string[]): boolean {
  const seen = comparable(trace, expected);
  if (seen.length !== expected.length) return false;
  const occurrences = new Map<string, number[]>();
  for (const { event, index } of seen)
    occurrences.set(event.id, [...(occurrences.get(event.id) ?? []), index]);
  const places = expected.map((id) => occurrences.get(id)?.shift());
  return places.every((place) => place !== undefined) && isInOrder(places as number[], before(trace));
}

/** Whether a run came by these in this order, others in between. */
export function hasPassed(trace: Trace, expected: readonly string[]): boolean {
  const isBefore = before(trace);
  const search = (chosen: readonly number[], rest: readonly string[]): boolean => {
    const [next, ...others] = rest;
    if (next === undefined) return true;
    const candidates = trace.events.flatMap(({ id }, i) => (id === next && !chosen.includes(i) ? [i] : []));
    const fitting = candidates.filter((i) => chosen.every((earlier) => !isBefore(i, earlier)));
    // The earliest that fits leaves the most room for the rest.
    return fitting.slice(0, 3).some((i) => search([...chosen, i], others));
  };
  return search([], expected);
}

function isInOrder(places: readonly number[], isBefore: (a: number, b: number) => boolean): boolean {
  return places.every((place, i) => places.slice(i + 1).every((later) => !isBefore(later, place)));
}

/** Whether one event of a trace comes, by whatever way, before another one that depends on it. */
function before({ events }: Trace): (a: number, b: number) => boolean {
  const ancestors = events
    .map((_, i) => i)
    .reduce<Set<number>[]>((all, i) => {
      const own = new Set<number>();
      for (const cause of events[i]?.causes ?? []) {
        own.add(cause);
        for (const earlier of all[cause] ?? []) own.add(earlier);
      }
      all.push(own);
      return all;
    }, []);
  return (a, b) => ancestors[b]?.has(a) ?? false;
}
