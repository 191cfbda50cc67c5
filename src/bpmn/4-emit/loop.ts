import type { Block, ChoiceStatement, LoopStatement, Statement } from '../3-structure/tree';
import { testOf } from './choice';
import { awaits, spaces } from './doc';
import type { Condition } from './expressions';
import { guarded, headLines, isTooLong } from './lines';
import { headOfTurn, reaching } from './resuming';
import { isEmpty, type Place } from './place';

/** `while (condition)` or `do … while (condition)` where the loop is one, else `while (true)` with jumps. */
export function loopLines(loop: LoopStatement, place: Place): string[] {
  const { indent, emission } = place;
  const label = loop.label ? `${emission.names.label(loop.label.target)}: ` : '';
  const inner = { ...place, indent: indent + 2, inLoop: true };
  const write = (body: Block) => [...headOfTurn(loop, inner), ...place.write(body, inner)];
  const head = headControlled(loop, place);
  if (head) {
    const first = headLines(`${label}while (`, head.condition(), ') {', indent);
    const lines = [...first, ...write(head.body), `${spaces(indent)}}`];
    return [...place.write(head.before, place), ...guarded(lines, indent, isTooLong(first))];
  }
  const tail = tailControlled(loop, place);
  if (tail) {
    const last = headLines('} while (', tail.condition(), ');', indent);
    const lines = [`${spaces(indent)}${label}do {`, ...write(tail.body), ...last];
    return guarded(lines, indent, isTooLong(last));
  }
  return [`${spaces(indent)}${label}while (true) {`, ...write(loop.body), `${spaces(indent)}}`];
}

/** A loop that begins with the decision whether to go on. */
function headControlled(loop: LoopStatement, place: Place) {
  const { body } = loop;
  const at = body.findIndex(
    (statement) => statement.kind !== 'element' || statement.node.kind !== 'exclusiveGateway',
  );
  const choice = body[at];
  const stay = choice && stayCondition(choice, place);
  if (!stay) return undefined;
  const { heads } = place;
  // A run that goes on at it asks once more, which must not do anything.
  if (heads?.headOf(loop) !== undefined && awaits(stay.condition().doc)) return undefined;
  const behind = heads?.in(body) ?? [];
  return {
    before: body.slice(0, at),
    condition: () => reaching(stay.condition(), behind, []).doc,
    body: [...stay.rest, ...body.slice(at + 1)],
  };
}

/** A loop that ends with the decision whether to go on. Its `continue` would ask that, and not begin anew. */
function tailControlled({ body, continues }: LoopStatement, place: Place) {
  const choice = body.at(-1);
  const stay = choice && continues === 0 ? stayCondition(choice, place) : undefined;
  if (!stay || !isEmpty(stay.rest, place)) return undefined;
  return { body: body.slice(0, -1), condition: () => stay.condition().doc };
}

/** Of a choice between leaving the loop and something else: when it is something else, and what. */
function stayCondition(
  statement: Statement,
  place: Place,
): { condition: () => Condition; rest: Block } | undefined {
  if (statement.kind !== 'choice') return undefined;
  const { branches, otherwise }: ChoiceStatement = statement;
  const [branch, ...more] = branches;
  if (!branch || more.length > 0 || otherwise.kind !== 'block' || branch.test.kind !== 'flow')
    return undefined;
  const test = () => testOf(branch.test, statement, place);
  if (isBreak(branch.body) && otherwise.completes)
    return { condition: () => opposite(test()), rest: otherwise.body };
  if (isBreak(otherwise.body) && branch.completes) return { condition: test, rest: branch.body };
  return undefined;
}

function opposite({ doc, negated }: Condition): Condition {
  return { doc: negated, negated: doc };
}

/** Out of the innermost loop. Labelled ones are left alone: they may leave an outer one. */
function isBreak([only, ...more]: Block): boolean {
  return only?.kind === 'break' && only.label === undefined && more.length === 0;
}
