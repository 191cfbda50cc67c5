import type { StandardLoop } from '../2-model/loop-types';
import type { Node } from '../2-model/types';
import type { ElementStatement } from '../3-structure/tree';
import { call, concat, flat, object, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, type Condition, type Site } from './expressions';
import { guarded, headLines, isTooLong, statementLines } from './lines';
import { mentionedIn } from './mentioned';
import { inOwn } from './own-variables';
import type { Place } from './place';
import { headOfTurn } from './resuming';
import { wordsOf } from './values';

export type Activity = Extract<Node, { readonly boundaryEvents: readonly string[] }>;

/** Writes an activity once. */
type Once = (emission: Emission, indent: number) => string[];

/** An activity as often as its standard loop says. */
export function standardLoopLines(
  { node, statement }: { readonly node: Activity; readonly statement: ElementStatement },
  loop: StandardLoop,
  place: Place,
  once: Once,
): string[] {
  const { condition: test, maximum, testBefore, counter } = loop;
  if (isCounted(node, loop) || maximum !== undefined) {
    const asks = asksFor(counter, loop);
    return countedLines(node, loop, { asks, sees: isSeen(counter, node) }, place, once);
  }
  if (!test) throw new Error(`The loop of ${node.id} has no end.`);
  const goesOn = condition(test, { element: node.id, root: 'vars' }, node.id, place.emission);
  const turn: Once = (emission, indent) => [
    ...headOfTurn(statement, { ...place, indent }),
    ...once(emission, indent),
  ];
  return testBefore ? whileLines(goesOn, place, turn) : doWhileLines(goesOn, place, turn);
}

/** Whether the number of the turn matters to anybody. */
export function isCounted(node: Node, loop: StandardLoop): boolean {
  return asksFor(loop.counter, loop) || isSeen(loop.counter, node as Activity);
}

function asksFor(counter: string, { condition: test }: StandardLoop): boolean {
  return test !== undefined && wordsOf(test).includes(counter);
}

/** Whether what is done in an activity, not how often, mentions a variable. */
export function isSeen(variable: string, { loop: _, ...once }: Activity): boolean {
  return mentionedIn(once).has(variable);
}

function whileLines({ doc }: Condition, { indent, emission }: Place, once: Once): string[] {
  const head = headLines('while (', doc, ') {', indent);
  return guarded([...head, ...once(emission, indent + 2), `${spaces(indent)}}`], indent, isTooLong(head));
}

function doWhileLines({ doc }: Condition, { indent, emission }: Place, once: Once): string[] {
  const tail = headLines('} while (', doc, ');', indent);
  return guarded([`${spaces(indent)}do {`, ...once(emission, indent + 2), ...tail], indent, isTooLong(tail));
}

/** A `for` that counts the turns, and ends before if the condition says so. */
function countedLines(
  node: Activity,
  loop: StandardLoop,
  { asks, sees }: { readonly asks: boolean; readonly sees: boolean },
  { indent, emission }: Place,
  once: Once,
): string[] {
  const { testBefore, maximum, counter, counterBegins } = loop;
  const turn = emission.names.local(node, 'Turn');
  const begin = asks || sees ? counterBegins : 0;
  const limit = maximum === undefined ? '' : `${turn} ${begin === 0 ? '<' : '<='} ${maximum}`;
  const head = (and: string) => {
    const test = [limit, and].filter(Boolean).join(' && ');
    return `${spaces(indent)}for (let ${turn} = ${begin}; ${test}; ${turn}++) {`;
  };
  const own = object([[counter, turn]]);
  const body = () =>
    sees ? statementLines(withTurn(own, counter, once, emission), indent + 2) : once(emission, indent + 2);
  const whole = (first: string, ...inner: readonly string[]) => [first, ...inner, `${spaces(indent)}}`];

  const goesOn =
    loop.condition &&
    condition(
      loop.condition,
      asks ? siteOf(own, node, counter, emission) : { element: node.id, root: 'vars' },
      node.id,
      emission,
    );
  if (!goesOn || goesOn.doc === 'true') return whole(head(''), ...body());
  if (!testBefore) return whole(head(''), ...body(), ...breakLines(goesOn, indent + 2));
  const test = flat(goesOn.doc);
  return test !== undefined && !test.includes(' || ') && !isTooLong([head(test)])
    ? whole(head(test), ...body())
    : whole(head(''), ...breakLines(goesOn, indent + 2), ...body());
}

/** A turn that sees which one it is. */
function withTurn(own: Doc, counter: string, once: Once, emission: Emission): Doc {
  const { uses } = emission;
  return concat(
    'await ',
    call(uses.use('withOwn'), uses.use('vars'), own, inOwn(new Set([counter]), once, emission)),
  );
}

function siteOf(own: Doc, { id }: Activity, counter: string, { uses }: Emission): Site {
  const root = flat(call(uses.use('local'), uses.use('vars'), own)) ?? '';
  return { element: id, root, own: new Set([counter]) };
}

function breakLines({ negated }: Condition, indent: number): string[] {
  const [line, ...more] = headLines('if (', negated, ') break;', indent);
  if (line !== undefined && more.length === 0) return [line];
  const head = headLines('if (', negated, ') {', indent);
  const lines = [...head, `${spaces(indent + 2)}break;`, `${spaces(indent)}}`];
  return guarded(lines, indent, isTooLong(head));
}
