import { done, type Way, type Ways } from './ways';

const LONGEST = 200;

/** A route from the beginning of the process to its end that takes a way on which nobody has been. */
export interface Route {
  /** The way it is for. */
  readonly goal: Way;
  readonly ways: readonly Way[];
}

/** The shortest route through the process. */
export function straightRoute(process: string, ways: Ways): Route | undefined {
  const route = shortest(ways, process, ({ to }) => to === done(process));
  const goal = route?.at(-1);
  return route && goal && { goal, ways: route };
}

/**
 * The shortest route by a goal, then by what else is new on the way to the end, without going round in circles for it.
 *
 * @returns undefined if no way leads there
 */
export function routeTo(
  goal: Way,
  process: string,
  ways: Ways,
  isNew: (way: Way) => boolean,
): Route | undefined {
  const there = shortest(ways, process, (way) => way === goal);
  if (!there) return undefined;
  const route = [...there];
  const visited = new Set([process, ...route.map(({ to }) => to)]);
  const end = done(process);
  for (;;) {
    const at = route.at(-1)?.to ?? process;
    if (at === end || route.length > LONGEST) return { goal, ways: route };
    const onward = shortest(
      ways,
      at,
      (way) => isNew(way) && !route.includes(way),
      (way) => !visited.has(way.to),
    );
    const next = onward ?? shortest(ways, at, (way) => way.to === end);
    if (!next) return { goal, ways: route };
    for (const way of next) visited.add(way.to);
    route.push(...next);
  }
}

/** The way from a place that is the shortest to the end. */
export function wayToEnd(ways: Ways, place: string, process: string): Way | undefined {
  return shortest(ways, place, (way) => way.to === done(process))?.[0];
}

/** Of equally short ones the first in the order of the document; what goes wrong or interrupts makes a way longer. */
function shortest(
  ways: Ways,
  from: string,
  isThere: (way: Way) => boolean,
  mayPass: (way: Way) => boolean = () => true,
): readonly Way[] | undefined {
  const open = new Map<string, Reached>([[from, { length: 0, route: [] }]]);
  const closed = new Set<string>();
  let best: Reached | undefined;
  for (let at = nearest(open); at; at = nearest(open)) {
    const [place, { length, route }] = at;
    if (best && best.length <= length) break;
    open.delete(place);
    closed.add(place);
    for (const way of ways.from.get(place) ?? []) {
      const reached = { length: length + LENGTHS[way.kind], route: [...route, way] };
      if (isThere(way)) {
        if (!best || reached.length < best.length) best = reached;
      } else if (!closed.has(way.to) && mayPass(way)) {
        if (reached.length < (open.get(way.to)?.length ?? Infinity)) open.set(way.to, reached);
      }
    }
  }
  return best?.route;
}

interface Reached {
  readonly length: number;
  readonly route: readonly Way[];
}

const LENGTHS: Readonly<Record<Way['kind'], number>> = {
  flow: 1,
  enter: 1,
  leave: 1,
  event: 50,
  throws: 100,
};

function nearest(open: ReadonlyMap<string, Reached>): readonly [string, Reached] | undefined {
  let found: readonly [string, Reached] | undefined;
  for (const one of open) if (!found || one[1].length < found[1].length) found = one;
  return found;
}
