import type { Block, ChoiceStatement, ElementStatement, Statement } from '../3-structure/tree';
import { concat, flat, logical, quote, spaces, WIDTH, type Doc } from './doc';
import type { Emission } from './emission';
import type { Condition } from './expressions';
import { headLines } from './lines';
import type { LoopHeads } from './loop-heads';
import { isSilent, type Place } from './place';

/** `await turn('Gateway_Again');` at the head of a loop, and a blank line. */
export function headOfTurn(statement: Statement, { heads, emission, indent }: Place): string[] {
  const id = heads?.headOf(statement);
  if (!heads || id === undefined) return [];
  const called = `${emission.uses.use(heads.helper)}(${quote(id)})`;
  if (heads.helper === 'turn') return [`${spaces(indent)}await ${called};`, ''];
  return [`${spaces(indent)}if (await ${called}) return;`, ''];
}

/** Statements of a block that are done, or skipped, together. */
interface Section {
  readonly statements: Block;
  /** Loops in it. */
  readonly own: readonly string[];
  /** Loops behind it: a run that goes on at one of them skips it. */
  readonly skippedFor: readonly string[];
}

/** Cuts a block before each statement that leads to loops at which runs go on; one section if there are none. */
export function sectionsOf(block: Block, heads: LoopHeads | undefined): Section[] {
  if (!heads) return [{ statements: block, own: [], skippedFor: [] }];
  const cuts = block.flatMap((statement, i) => (heads.in([statement]).length > 0 ? [beginOf(block, i)] : []));
  return [0, ...cuts].flatMap((from, i) => {
    const to = cuts[i] ?? block.length;
    const statements = block.slice(from, to);
    if (statements.length === 0) return [];
    return [{ statements, own: heads.in(statements), skippedFor: heads.in(block.slice(to)) }];
  });
}

/** The comments of gateways stand above what they become, and what a choice depends on is a constant before it. */
function beginOf(block: Block, at: number): number {
  const before = block[at - 1];
  if (before?.kind !== 'element') return at;
  return isSilent(before) || isOutcomeOf(before, block[at]) ? beginOf(block, at - 1) : at;
}

/** Whether it is by how this has ended that a choice is made. */
export function isOutcomeOf(
  { node }: ElementStatement,
  next: Statement | undefined,
): next is ChoiceStatement {
  return next?.kind === 'choice' && next.at === node;
}

/**
 * How guarded work has ended, or which event came first, for a run that goes on at a loop behind that; it then is not done
 * again. `continued?.at === 'Task_Remind' && 'Event_Late'`
 */
export function happenedBefore(
  statement: ElementStatement,
  next: Statement | undefined,
  { heads }: Place,
): readonly Doc[] {
  if (!heads || !isOutcomeOf(statement, next)) return [];
  const tested = next.branches.flatMap(({ test, body }) =>
    'event' in test ? [{ event: test.event.id, ids: heads.in(body) }] : [],
  );
  const last = statement.awaits?.find(({ id }) => !tested.some(({ event }) => event === id));
  const ways = [...tested, { event: last?.id ?? 'done', ids: heads.inOtherwise(next) }];
  const outcomes = ways
    .filter(({ ids }) => ids.length > 0)
    .map(({ event, ids }) => logical('&&', [oneOf(isAt(ids)), quote(event)]));
  if (outcomes.length < 2) return outcomes;
  return [
    logical(
      '||',
      outcomes.map((outcome) => concat('(', outcome, ')')),
    ),
  ];
}

/** As an operand of something else. */
function oneOf(tests: readonly Doc[]): Doc {
  const [only, ...more] = tests;
  return only !== undefined && more.length === 0 ? only : concat('(', logical('||', tests), ')');
}

/**
 * `if (!continued) {` around what an earlier run has done. Where there are many loops, it names those inside, not those
 * behind: code that named all of the latter would grow with the square of their number.
 */
export function skipping(
  { own, skippedFor }: Section,
  { heads, emission, inLoop, indent }: Place,
  write: (indent: number) => string[],
): string[] {
  if (skippedFor.length === 0) return write(indent);
  const isAll =
    !inLoop && skippedFor.length === emission.continuing.root?.ids.length && heads?.helper === 'turn';
  const test = isAll
    ? '!continued'
    : skippedFor.length > own.length + 1
      ? logical('||', [AT_NONE, ...isAt(own, 'continued.at')])
      : logical('&&', isNotAt(skippedFor));
  return [...headLines('if (', test, ') {', indent), ...write(indent + 2), `${spaces(indent)}}`];
}

/** The run is not on its way to a loop. */
const AT_NONE = '!continued?.at';

/** A condition that also holds for runs that go on behind it, and does not for those that go on elsewhere. */
export function reaching(
  { doc, negated }: Condition,
  behind: readonly string[],
  elsewhere: readonly string[],
): Condition {
  if (elsewhere.length > 2) {
    return {
      doc: or(isAt(behind), and([AT_NONE], doc)),
      negated: and(isNotAt(behind), or(['continued?.at'], negated)),
    };
  }
  const to = { doc: or(isAt(behind), doc), negated: and(isNotAt(behind), negated) };
  return { doc: and(isNotAt(elsewhere), to.doc), negated: or(isAt(elsewhere), to.negated) };
}

function isAt(ids: readonly string[], at = 'continued?.at'): Doc[] {
  return ids.map((id) => `${at} === ${quote(id)}`);
}

function isNotAt(ids: readonly string[]): Doc[] {
  return ids.map((id) => `continued?.at !== ${quote(id)}`);
}

function or(first: readonly Doc[], doc: Doc): Doc {
  return combined('||', first, doc);
}

function and(first: readonly Doc[], doc: Doc): Doc {
  return combined('&&', first, doc);
}

function combined(operator: '||' | '&&', first: readonly Doc[], doc: Doc): Doc {
  if (first.length === 0) return doc;
  if (typeof doc !== 'string' && doc.kind === 'logical') {
    const operands = doc.operator === operator ? doc.operands : [concat('(', flat(doc) ?? doc, ')')];
    return logical(operator, [...first, ...operands]);
  }
  const isLoose = typeof doc === 'string' && / (\?|\?\?) /.test(doc);
  return logical(operator, [...first, isLoose ? `(${doc})` : doc]);
}

/** `if (continued?.at === 'Task_Dig') return part(dig);`: what a run does that does a part of another one. */
export function partLines({ parts, uses }: Emission, indent: number): string[] {
  return parts.flatMap(({ name, ids }) => {
    const test = logical('||', isAt(ids));
    const then = `return ${uses.use('part')}(${name});`;
    const line = flat(test);
    if (line !== undefined && indent + line.length + then.length + 6 <= WIDTH)
      return [`${spaces(indent)}if (${line}) ${then}`];
    return [...headLines('if (', test, ') {', indent), `${spaces(indent + 2)}${then}`, `${spaces(indent)}}`];
  });
}
