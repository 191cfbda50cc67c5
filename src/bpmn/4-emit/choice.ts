import type { Flow } from '../2-model/types';
import type { Block, Branch, ChoiceStatement, Test } from '../3-structure/tree';
import { commentLines } from './comments';
import { awaits, call, concat, lambda, object, quote, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, type Condition } from './expressions';
import { eventOf } from './first-of';
import { guarded, headed, headLines, isTooLong, joinChunks, statementLines } from './lines';
import { isEmpty, isNoBranch, type Place } from './place';
import { reaching } from './resuming';

/** A way through a choice, ready to be written. */
interface Way {
  readonly lines: (indent: number) => string[];
  readonly isEmpty: boolean;
  readonly completes: boolean;
}

/** A branch with the choice that it belongs to. */
interface Option {
  readonly branch: Branch;
  readonly choice: ChoiceStatement;
  /** The constant that has the flow to take, where that has been decided before. */
  readonly decided?: string;
}

/**
 * A choice as people would write it: without empty branches, with what leaves first and the rest behind it, and as a
 * chain only where it is one.
 */
export function choiceLines(choice: ChoiceStatement, place: Place): string[] {
  if (isDecidedBefore(choice, place)) return decidedLines(choice, place);
  const { options, last } = ladder(choice, place);
  const otherwise = otherwiseOf(last, place);
  // A condition at the end that changes nothing need not be asked.
  while (otherwise.isEmpty && isPointless(options.at(-1), place)) options.pop();
  const [only, ...more] = options;
  if (!only) return otherwise.lines(place.indent);
  return more.length === 0 ? twoWays(only, otherwise, place) : chain(options, last, otherwise, place);
}

/** Where failures are incidents, a choice that may find no flow to take is tried anew as a whole. */
function isDecidedBefore({ otherwise }: ChoiceStatement, { emission }: Place): boolean {
  return emission.attempts && otherwise.kind === 'noFlowTaken';
}

/** `const flow = await choose('Gateway', { Flow_1: () => …, Flow_2: () => … });` and what follows from it. */
function decidedLines(choice: ChoiceStatement, place: Place): string[] {
  const { emission, indent } = place;
  const options = choice.branches.map((branch) => ({ branch, choice }));
  const conditions = options.map(({ branch }, i): [string, Doc] => {
    const { doc } = testWithin(options, i, choice, place);
    return [flowOf(branch.test).id, lambda(awaits(doc) ? 'async ()' : '()', doc)];
  });
  const chosen = call(emission.uses.use('choose'), quote(choice.at.id), object(conditions));
  const decided = emission.names.local(choice.at, 'Flow');
  const ways = options.map((option) => ({ ...option, decided }));
  const last = ways.pop();
  if (!last) throw new Error(`'${choice.at.id}' has no flows to choose from.`);
  const { body, completes } = last.branch;
  const otherwise = wayOf(body, completes, place, ways.length > 1 ? flowComment(last.branch.test) : []);
  const [only, ...more] = ways;
  const done = concat('await ', chosen);
  if (!only) return [...statementLines(done, indent), ...otherwise.lines(indent)];
  const rest = more.length === 0 ? twoWays(only, otherwise, place) : chain(ways, choice, otherwise, place);
  return [...statementLines(done, indent, `const ${decided} = `), ...rest];
}

function flowOf(test: Test): Flow {
  if (test.kind !== 'flow') throw new Error('Only conditions may all be false.');
  return test.flow;
}

function isPointless(option: Option | undefined, place: Place): boolean {
  return option !== undefined && option.branch.completes && isNoBranch(option.branch.body, place);
}

/** A choice whose last way is nothing but another choice, and so on: `if … else if … else if …`. */
function ladder(first: ChoiceStatement, place: Place): { options: Option[]; last: ChoiceStatement } {
  const options: Option[] = [];
  for (let choice = first; ;) {
    options.push(...choice.branches.map((branch) => ({ branch, choice })));
    const inner = choice.otherwise.kind === 'block' ? visible(choice.otherwise.body, place) : [];
    const [only] = inner;
    const isRung = choice.branches.every(({ body, completes }) => completes && !isNoBranch(body, place));
    if (only?.kind !== 'choice' || inner.length > 1 || !isRung || isDecidedBefore(only, place))
      return { options, last: choice };
    choice = only;
  }
}

function visible(block: Block, place: Place): Block {
  return block.filter((statement) => !isEmpty([statement], place));
}

function otherwiseOf({ otherwise, at }: ChoiceStatement, place: Place): Way {
  if (otherwise.kind === 'block') return wayOf(otherwise.body, otherwise.completes, place, []);
  const { uses } = place.emission;
  return {
    lines: (indent) => [`${spaces(indent)}throw ${uses.use('noFlowTaken')}(${quote(at.id)});`],
    isEmpty: false,
    completes: false,
  };
}

function wayOf(body: Block, completes: boolean, place: Place, comment: readonly string[]): Way {
  return {
    lines: (indent) => {
      return headed(indented(comment, indent), place.write(body, { ...place, indent }));
    },
    isEmpty: isNoBranch(body, place),
    completes,
  };
}

function indented(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => spaces(indent) + line);
}

/** `if`, perhaps with `else`; the way that leaves goes first, the other one simply follows. */
function twoWays(option: Option, otherwise: Way, place: Place): string[] {
  const { branch, choice, decided } = option;
  const { indent } = place;
  const { doc, negated } = testWithin([option], 0, choice, place);
  const then = wayOf(branch.body, branch.completes, place, startComment(branch.test));
  if (then.isEmpty && then.completes) return ifLines(negated, otherwise, indent);
  if (otherwise.isEmpty && otherwise.completes) return ifLines(doc, then, indent);
  const fails = decided === undefined && choice.otherwise.kind === 'noFlowTaken';
  const otherwiseFirst = !otherwise.completes && (then.completes || fails);
  if (otherwiseFirst) return joinChunks([ifLines(negated, otherwise, indent), then.lines(indent)]);
  if (!then.completes) return joinChunks([ifLines(doc, then, indent), otherwise.lines(indent)]);
  const head = headLines('if (', doc, ') {', indent);
  const body = [
    ...head,
    ...then.lines(indent + 2),
    `${spaces(indent)}} else {`,
    ...otherwise.lines(indent + 2),
  ];
  return guarded([...body, `${spaces(indent)}}`], indent, isTooLong(head));
}

function chain(options: readonly Option[], last: ChoiceStatement, otherwise: Way, place: Place): string[] {
  const { indent } = place;
  const ways = options.map(({ branch }, i) => ({
    ...testWithin(options, i, last, place),
    way: wayOf(branch.body, branch.completes, place, flowComment(branch.test)),
  }));
  // Nothing comes behind ways that all leave, so none of them needs an `else`.
  if (ways.every(({ way }) => !way.completes)) {
    return joinChunks([...ways.map(({ doc, way }) => ifLines(doc, way, indent)), otherwise.lines(indent)]);
  }
  // Where the last one is empty, the rest is what it is not.
  const isNegated = !otherwise.isEmpty && ways.at(-1)?.way.isEmpty === true;
  const rungs = isNegated
    ? ways.map((rung, i) => (i < ways.length - 1 ? rung : { ...rung, doc: rung.negated, way: otherwise }))
    : ways;
  const heads = rungs.map(({ doc }, i) => headLines(i === 0 ? 'if (' : '} else if (', doc, ') {', indent));
  const lines = rungs.flatMap(({ way }, i) => [
    ...(heads[i] ?? []),
    ...(way.isEmpty ? indented(nothing(options[i]?.branch.test), indent + 2) : way.lines(indent + 2)),
  ]);
  if (!otherwise.isEmpty && !isNegated)
    lines.push(`${spaces(indent)}} else {`, ...otherwise.lines(indent + 2));
  return guarded([...lines, `${spaces(indent)}}`], indent, heads.some(isTooLong));
}

function nothing(test: Test | undefined): string[] {
  const of = test?.kind === 'flow' ? test.flow : test?.event;
  const name = of?.name?.replace(/\s+/g, ' ').trim();
  return [`// ${name ? `${name}: ` : ''}nothing to do`];
}

/** The name of the start event that a way begins at; other elements say theirs themselves. */
function startComment(test: Test): string[] {
  if (test.kind !== 'start' || test.event.kind !== 'startEvent') return [];
  return test.event.name ? commentLines({ name: test.event.name, notes: [] }, 0) : [];
}

/** Names of flows say what the conditions mean, where they say more than yes or no. */
function flowComment(test: Test): string[] {
  if (test.kind === 'start') return startComment(test);
  const name = test.kind === 'flow' ? test.flow.name?.trim() : undefined;
  if (!name || /^(yes|no|true|false|ja|nein|oui|non|si|sí|else|default|ok)$/i.test(name)) return [];
  return commentLines({ name, notes: [] }, 0);
}

function ifLines(doc: Doc, way: Way, indent: number): string[] {
  const body = way.lines(indent + 2);
  const short = onOneLine(headLines('if (', doc, ') ', indent), body);
  if (short) return [short];
  const lines = headLines('if (', doc, ') {', indent);
  return guarded([...lines, ...body, `${spaces(indent)}}`], indent, isTooLong(lines));
}

/** `if (…) break; // what for` */
function onOneLine(head: readonly string[], body: readonly string[]): string | undefined {
  const jump = body.at(-1)?.trimStart() ?? '';
  const comment = body.length === 2 ? body[0]?.trimStart() : '';
  if (head.length !== 1 || body.length > 2 || !/^(break|continue|return|throw)\b.*;$/.test(jump))
    return undefined;
  if (comment !== '' && !comment?.startsWith('//')) return undefined;
  const line = `${head[0] ?? ''}${jump} ${comment}`.trimEnd();
  return isTooLong([line]) ? undefined : line;
}

/** The test of one of several options, by which runs that go on at a loop in some way get there. */
function testWithin(options: readonly Option[], at: number, last: ChoiceStatement, place: Place): Condition {
  const { branch, choice, decided } = options[at] as Option;
  if (decided !== undefined) return comparison(decided, flowOf(branch.test).id);
  const { heads } = place;
  const test = testOf(branch.test, choice, place);
  // How something has ended says itself what a run has behind it that goes on.
  if (!heads || branch.test.kind === 'event' || branch.test.kind === 'first') return test;
  const later = options.slice(at + 1).flatMap((option) => heads.in(option.branch.body));
  return reaching(test, heads.in(branch.body), [...later, ...heads.inOtherwise(last)]);
}

export function testOf(test: Test, choice: ChoiceStatement, place: Place): Condition {
  const { at } = choice;
  const { emission } = place;
  if (test.kind === 'flow') {
    return flowCondition(test.flow, at.id, isDecidedBefore(choice, place), emission);
  }
  if (test.kind === 'start') return comparison(emission.uses.use('startEvent'), test.event.id);
  if (test.kind === 'first') return comparison(`${eventOf(at, emission)}.id`, test.event.id);
  return comparison(emission.names.local(at, 'Outcome'), test.event.id);
}

function comparison(outcome: string, event: string): Condition {
  const compared = (operator: string) => `${outcome} ${operator} ${quote(event)}`;
  return { doc: compared('==='), negated: compared('!==') };
}

function flowCondition(
  { id, condition: expression }: Flow,
  decision: string,
  within: boolean,
  emission: Emission,
): Condition {
  if (!expression) throw new Error(`Flow ${id} is tested but has no condition.`);
  return condition(expression, { element: id, root: 'vars', within }, decision, emission);
}
