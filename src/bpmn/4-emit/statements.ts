import type { MultiInstance } from '../2-model/loop-types';
import type { Node, StartEvent } from '../2-model/types';
import type { Block, ElementStatement, Statement } from '../3-structure/tree';
import { standardLoopLines, type Activity } from './activity-loop';
import { aroundFunction, aroundLines } from './around';
import { branchOf, parallelLines } from './branches';
import { choiceLines } from './choice';
import { commentLines } from './comments';
import { arrow, call, lambda, object, quote, spaces, type Doc } from './doc';
import { stepOf } from './elements';
import { awaitedStep, firstOfLines, isFirstOf } from './first-of';
import type { Emission } from './emission';
import { triggerOf } from './event-triggers';
import { beginsAnew, headed, joinChunks, statementLines } from './lines';
import { localFunction } from './local-function';
import { isListenedInside, listenedLines } from './listened-inside';
import { loopLines } from './loop';
import { multiInstance, type CompletionPath, type Once } from './multi-instance';
import { goCall } from './paths';
import { commentOf, isEmpty, isNoBranch, isSilent, placeIn, type Place } from './place';
import { isGuarded, isPlainScope, loopOf, scopeCall } from './scope-call';
import { startConditionLines } from './start-condition';
import { seenInputs } from './seen-inputs';
import { gatheringLines } from './start-gathering';
import type { Step } from './step';
import { constantLines, eventOutputs, stepLambda, stepLines } from './step-lines';
import { happenedBefore, isOutcomeOf, sectionsOf, skipping } from './resuming';
import { mappedSubProcess } from './sub-process';
import { thrownLines } from './throws';

export function blockLines(block: Block, place: Place): string[] {
  const sections = sectionsOf(block, place.heads).filter(({ statements }) => !isEmpty(statements, place));
  return sections.flatMap((section, i) => [
    ...(i > 0 ? [''] : []),
    ...skipping(section, place, (indent) => sectionLines(section.statements, { ...place, indent })),
  ]);
}

function sectionLines(block: Block, place: Place): string[] {
  const chunks: string[][] = [];
  // A gateway's comment stands above the statement that it becomes.
  let pending: string[] = [];
  block.forEach((statement, i) => {
    const before = block[i - 1];
    const lines = statementChunk(statement, before, block[i + 1], place);
    if (statement.kind === 'element' && isSilent(statement)) {
      pending.push(...lines);
      return;
    }
    const isOfOutcome = before?.kind === 'element' && !isSilent(before) && isOutcomeOf(before, statement);
    // What takes several lines stands apart, but for what depends on the line before.
    const chunk = headed(pending, lines);
    const isApart = chunks.length > 0 && lines.length > 2 && !isOfOutcome && !beginsAnew(chunk);
    chunks.push(isApart ? ['', ...chunk] : chunk);
    pending = [];
  });
  return joinChunks([...chunks, pending]);
}

function statementChunk(
  statement: Statement,
  before: Statement | undefined,
  next: Statement | undefined,
  place: Place,
): string[] {
  const { emission, indent, returnsVars } = place;
  const { uses, names } = emission;
  switch (statement.kind) {
    case 'element':
      return elementLines(statement, next, place);
    case 'choice':
      return choiceLines(statement, place);
    case 'loop':
      return loopLines(statement, place);
    case 'parallel':
      return parallelLines(statement, emission, indent, blockLines);
    case 'labelled': {
      const label = names.label(statement.label.target);
      const body = blockLines(statement.body, { ...place, indent: indent + 2 });
      return [`${spaces(indent)}${label}: {`, ...body, `${spaces(indent)}}`];
    }
    case 'break':
    case 'continue': {
      const label = statement.label ? ` ${names.label(statement.label.target)}` : '';
      return [`${spaces(indent)}${statement.kind}${label};`];
    }
    case 'leave': {
      if (!returnsVars) return statement.last ? [] : [`${spaces(indent)}return;`];
      const ended = before?.kind === 'element' && before.node.kind === 'endEvent' ? before.node : undefined;
      return ended ? [] : [`${spaces(indent)}return ${uses.use('vars')};`];
    }
    case 'terminate':
      return [
        ...commentLines(commentOf(statement.node), indent),
        ...statementLines(call(uses.use('terminate'), quote(statement.node.id)), indent, 'throw '),
      ];
    case 'go':
      return statementLines(goCall(statement, emission), indent);
  }
}

function elementLines(statement: ElementStatement, next: Statement | undefined, place: Place): string[] {
  const { node } = statement;
  const comment = commentLines(commentOf(node), place.indent);
  if (node.kind === 'endEvent') return [...comment, ...endLines(node, next, place)];
  if (isFirstOf(statement)) {
    const happened = happenedBefore(statement, next, place);
    return [...comment, ...firstOfLines(statement, { matters: isMattering(next, place), happened }, place)];
  }
  const lines = isGuarded(statement) ? guardLines(statement, next, place) : workLines(statement, place);
  return [...comment, ...lines];
}

function endLines(
  node: Extract<Node, { kind: 'endEvent' }>,
  next: Statement | undefined,
  { emission, indent, returnsVars }: Place,
): string[] {
  const { uses } = emission;
  const returns = returnsVars && next?.kind === 'leave';
  const thrown = thrownLines(node, emission, indent);
  if (thrown) return returns ? [...thrown, `${spaces(indent)}return ${uses.use('vars')};`] : thrown;
  const id = quote(node.id);
  const outputs = eventOutputs(node, emission, indent);
  if (returns) return [...outputs, ...statementLines(call(uses.use('end'), id), indent, 'return ')];
  return [...outputs, ...statementLines(call(uses.use('pass'), id), indent)];
}

/** An element without its boundary events, as often as it is to be carried out. */
function workLines(statement: ElementStatement, place: Place): string[] {
  const { node } = statement;
  const { emission, indent } = place;
  const loop = loopOf(node);
  if (!loop) return plainLines(statement, place);
  if (loop.kind === 'multiInstance') return stepLines(instancesOf(statement, emission), emission, indent);
  return standardLoopLines({ node: node as Activity, statement }, loop, place, onceOf(statement).lines);
}

function onceOf(statement: ElementStatement): Once {
  return {
    lines: (emission, indent) => plainLines(statement, placeIn(emission, indent, blockLines)),
    asFunction: (emission) => plainFunction(statement, emission),
  };
}

/** @param paths - what completed instances start */
function instancesOf(
  statement: ElementStatement,
  emission: Emission,
  paths: readonly CompletionPath[] = [],
): Step {
  const { node } = statement;
  const loop = loopOf(node) as MultiInstance;
  return multiInstance(node as Activity, loop, onceOf(statement), paths, emission);
}

/** An element once, with what listens to it, and how to undo it. */
function plainLines(statement: ElementStatement, place: Place): string[] {
  const { node } = statement;
  if (isListenedInside(node)) {
    const work = (bare: Node, at: Place) => doneLines({ ...statement, node: bare }, at);
    return [...listenedLines(node, work, place), ...compensationLines(statement, place)];
  }
  return node.around
    ? aroundLines(node, (at) => onceLines(statement, at), place)
    : onceLines(statement, place);
}

function onceLines(statement: ElementStatement, place: Place): string[] {
  return [...doneLines(statement, place), ...compensationLines(statement, place)];
}

function compensationLines({ node, compensation }: ElementStatement, { emission, indent }: Place): string[] {
  if (!compensation) return [];
  const undo = undoOf(node, compensation, emission);
  return statementLines(call(emission.uses.use('compensateWith'), quote(node.id), undo), indent);
}

/** As a function; one by which `enter` knows it if another run may have to call it. */
function undoOf(node: Node, compensation: ElementStatement, emission: Emission): Doc {
  const { names, undo, continuing, process } = emission;
  const name = names.local(compensation.node);
  if (!undo || !continuing.root || !process.nodes.includes(node) || loopOf(node))
    return branchOf(name, [compensation], emission, blockLines);
  undo.set(node.id, name);
  return localFunction(name, [compensation], emission, blockLines);
}

/** What an element does, with what becomes of its result. */
function doneLines(statement: ElementStatement, { emission, indent }: Place): string[] {
  const thrown =
    statement.node.kind === 'intermediateThrowEvent' && thrownLines(statement.node, emission, indent);
  if (thrown) return thrown;
  const { node } = statement;
  if (node.kind === 'startEvent') return startLines(node, emission, indent);
  const step =
    node.kind === 'subProcess'
      ? mappedSubProcess(node, (inner) => scopeCall(statement, inner, blockLines), emission)
      : statement.awaitedBy
        ? awaitedStep(statement, emission)
        : stepOf(node, emission);
  return step ? stepLines(step, emission, indent) : [];
}

/** What begins a process is its input; mappings of the start event may make other variables of it. */
function startLines(node: StartEvent, emission: Emission, indent: number): string[] {
  if (node.trigger) return []; // it says it itself
  return [
    ...startConditionLines(node, emission, indent),
    ...gatheringLines(node, emission, indent),
    ...eventOutputs(node, emission, indent),
  ];
}

function guardLines(statement: ElementStatement, next: Statement | undefined, place: Place): string[] {
  const { emission, indent } = place;
  const { uses, names } = emission;
  const happened = happenedBefore(statement, next, place);
  const { above, inside, sightOf } = seenInputs(statement, happened.length > 0, emission);
  const events: [string, Doc][] = statement.interrupting.map((event) => [
    event.id,
    triggerOf(event, emission, sightOf(event)),
  ]);
  const paths: CompletionPath[] = [];
  for (const { event, body } of statement.beside) {
    const run = branchOf(names.local(event), body, emission, blockLines);
    paths.push({ event: event.id, run });
    events.push([
      event.id,
      object([
        ['on', triggerOf(event, emission, sightOf(event))],
        ['run', run],
      ]),
    ]);
  }
  const guard = call(uses.use('guard'), guardedWork(statement, inside, paths), object(events), ...happened);
  const before = isMattering(next, place)
    ? `const ${names.local(statement.node, 'Outcome')} = await `
    : 'await ';
  return [...constantLines(above, indent), ...statementLines(guard, indent, before)];
}

/** Whether something depends on how guarded work, or a race of events, ended. */
function isMattering(next: Statement | undefined, place: Place): boolean {
  return next?.kind === 'choice' && !isPointless(next, place);
}

function isPointless(choice: Extract<Statement, { kind: 'choice' }>, place: Place): boolean {
  const { branches, otherwise } = choice;
  return (
    otherwise.kind === 'block' &&
    [otherwise, ...branches].every(({ body, completes }) => completes && isNoBranch(body, place))
  );
}

/** What boundary events watch, as a function. */
function guardedWork(statement: ElementStatement, emission: Emission, paths: readonly CompletionPath[]): Doc {
  const loop = loopOf(statement.node);
  if (!loop) return plainFunction(statement, emission);
  if (loop.kind === 'standard') {
    return arrow('async ()', (indent) => workLines(statement, placeIn(emission, indent, blockLines)));
  }
  const step = instancesOf(statement, emission, paths);
  const block = (indent: number) => stepLines(step, emission, indent);
  return stepLambda(step, emission, block) ?? arrow('async ()', block);
}

/** An element once, as a function. */
function plainFunction(statement: ElementStatement, emission: Emission): Doc {
  const block = (indent: number) => plainLines(statement, placeIn(emission, indent, blockLines));
  if (isListenedInside(statement.node)) return arrow('async ()', block);
  if (statement.node.around)
    return aroundFunction(statement.node, (at) => onceLines(statement, at), emission, blockLines);
  if (statement.compensation) return arrow('async ()', block);
  if (isPlainScope(statement)) return lambda('()', scopeCall(statement, emission, blockLines));
  const step = stepOf(statement.node, emission);
  return (step && stepLambda(step, emission, block)) ?? arrow('async ()', block);
}
