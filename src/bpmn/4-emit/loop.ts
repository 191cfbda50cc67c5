import type { Block, ChoiceStatement, LoopStatement, Statement } from '../3-structure/tree';
import { testOf } from './choice';
import { spaces, type Doc } from './doc';
import { guarded, headLines, isTooLong } from './lines';
import { isEmpty, type Place } from './place';

/** `while (condition)` or `do … while (condition)` where the loop is one, else `while (true)` with jumps. */
export function loopLines(loop: LoopStatement, place: Place): string[] {
  const { indent, emission } = place;
  const label = loop.label ? `${emission.names.label(loop.label.target)}: ` : '';
  const inner = { ...place, indent: indent + 2 };
  const head = headControlled(loop, place);
  if (head) {
    const first = headLines(`${label}while (`, head.condition(), ') {', indent);
    const lines = [...first, ...place.write(head.body, inner), `${spaces(indent)}}`];
    return [...place.write(head.before, place), ...guarded(lines, indent, isTooLong(first))];
  }
  const tail = tailControlled(loop, place);
  if (tail) {
    const last = headLines('} while (', tail.condition(), ');', indent);
    const lines = [`${spaces(indent)}${label}do {`, ...place.write(tail.body, inner), ...last];
    return guarded(lines, indent, isTooLong(last));
  }
  return [`${spaces(indent)}${label}while (true) {`, ...place.write(loop.body, inner), `${spaces(indent)}}`];
}

/** A loop that begins with the decision whether to go on. */
function headControlled({ body }: LoopStatement, place: Place) {
  const at = body.findIndex(
    (statement) => statement.kind !== 'element' || statement.node.kind !== 'exclusiveGateway',
  );
  const choice = body[at];
  const stay = choice && stayCondition(choice, place);
  if (!stay) return undefined;
  return {
    before: body.slice(0, at),
    condition: stay.condition,
    body: [...stay.rest, ...body.slice(at + 1)],
  };
}

/** A loop that ends with the decision whether to go on. Its `continue` would ask that, and not begin anew. */
function tailControlled({ body, continues }: LoopStatement, place: Place) {
  const choice = body.at(-1);
  const stay = choice && continues === 0 ? stayCondition(choice, place) : undefined;
  if (!stay || !isEmpty(stay.rest, place)) return undefined;
  return { body: body.slice(0, -1), condition: stay.condition };
}

/** Of a choice between leaving the loop and something else: when it is something else, and what. */
function stayCondition(
  statement: Statement,
  place: Place,
): { condition: () => Doc; rest: Block } | undefined {
  if (statement.kind !== 'choice') return undefined;
  const { branches, otherwise }: ChoiceStatement = statement;
  const [branch, ...more] = branches;
  if (!branch || more.length > 0 || otherwise.kind !== 'block' || branch.test.kind !== 'flow')
    return undefined;
  const test = () => testOf(branch.test, statement, place);
  if (isBreak(branch.body) && otherwise.completes)
    return { condition: () => test().negated, rest: otherwise.body };
  if (isBreak(otherwise.body) && branch.completes) return { condition: () => test().doc, rest: branch.body };
  return undefined;
}

/** Out of the innermost loop. Labelled ones are left alone: they may leave an outer one. */
function isBreak([only, ...more]: Block): boolean {
  return only?.kind === 'break' && only.label === undefined && more.length === 0;
}
