import { lengthOf, parseIsoCycle, parseIsoDuration } from '../../../shared/durations';

const LADDER = ['PT1H', 'P1D', 'P7D', 'P31D', 'P1Y', 'P10Y'];
/** What nobody has said is waited for by these: a run that tries something again and again would do so for years. */
const GUESSES = ['PT1H', 'P1D', 'P7D', 'P31D'];

/** The ISO 8601 duration that an expression of a timer has in it: `R3/PT10M`, `duration("P2D")`. */
export function durationIn(text: string | undefined): string | undefined {
  const [found] = /P(?:\d+[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?(?![\w])/.exec(text ?? '') ?? [];
  return found !== undefined && (parseIsoDuration(found) || parseIsoCycle(found)) ? found : undefined;
}

/** A duration that is over after that of a timer. */
export function longerThan(timer: string | undefined): string {
  const own = durationIn(timer);
  if (own === undefined) return timer === undefined ? 'PT1H' : 'P31D';
  return LADDER.find((one) => millisecondsOf(one) > millisecondsOf(own)) ?? 'P100Y';
}

/** How much time to let pass for a timer, and if it does not fire, how much after that. */
export function waitsFor(timer: string): readonly string[] {
  const own = durationIn(timer);
  return [
    ...(own === undefined ? [] : [own]),
    ...GUESSES.filter((one) => !own || millisecondsOf(one) > millisecondsOf(own)),
  ];
}

function millisecondsOf(duration: string): number {
  const parsed = parseIsoDuration(duration);
  return parsed ? lengthOf(parsed) : 0;
}
