import type { Loop, Node, StandardLoop } from '../2-model/types';
import { flat, spaces } from './doc';
import { condition, type Condition } from './expressions';
import { guarded, headLines, isTooLong } from './lines';
import type { Place } from './place';

/** Writes an activity once, at an indentation. */
type Once = (indent: number) => string[];

/** An activity as often as its loop says. */
export function activityLoopLines(node: Node, loop: Loop, place: Place, once: Once): string[] {
  const goesOn = loop.condition && whether(loop.condition, node, place);
  if (loop.maximum !== undefined) return countedLines(node, loop, loop.maximum, goesOn, place, once);
  if (!goesOn) throw new Error(`The loop of ${node.id} has no end.`);
  return loop.testBefore ? whileLines(goesOn, place, once) : doWhileLines(goesOn, place, once);
}

function whether(
  expression: NonNullable<StandardLoop['condition']>,
  node: Node,
  { emission }: Place,
): Condition {
  return condition(expression, { element: node.id, root: 'vars' }, node.id, emission);
}

function whileLines({ doc }: Condition, { indent }: Place, once: Once): string[] {
  const head = headLines('while (', doc, ') {', indent);
  return guarded([...head, ...once(indent + 2), `${spaces(indent)}}`], indent, isTooLong(head));
}

function doWhileLines({ doc }: Condition, { indent }: Place, once: Once): string[] {
  const tail = headLines('} while (', doc, ');', indent);
  return guarded([`${spaces(indent)}do {`, ...once(indent + 2), ...tail], indent, isTooLong(tail));
}

/** A `for` that counts the turns, and ends before if the condition says so. */
function countedLines(
  node: Node,
  { testBefore }: StandardLoop,
  maximum: number,
  goesOn: Condition | undefined,
  { indent, emission }: Place,
  once: Once,
): string[] {
  const turn = emission.names.local(node, 'Turn');
  const head = (and: string) =>
    `${spaces(indent)}for (let ${turn} = 0; ${turn} < ${maximum}${and}; ${turn}++) {`;
  const whole = (first: string, ...body: readonly string[]) => [first, ...body, `${spaces(indent)}}`];
  if (!goesOn || goesOn.doc === 'true') return whole(head(''), ...once(indent + 2));

  if (!testBefore) return whole(head(''), ...once(indent + 2), ...breakLines(goesOn, indent + 2));
  const test = flat(goesOn.doc);
  const first = head(` && ${test}`);
  return test !== undefined && !test.includes(' || ') && !isTooLong([first])
    ? whole(first, ...once(indent + 2))
    : whole(head(''), ...breakLines(goesOn, indent + 2), ...once(indent + 2));
}

function breakLines({ negated }: Condition, indent: number): string[] {
  const lines = headLines('if (', negated, ') break;', indent);
  return guarded(lines, indent, isTooLong(lines));
}
