import type { BoundaryEvent, Node } from '../2-model/types';
import type { Block, ElementStatement, ParallelStatement, Statement } from '../3-structure/tree';
import { choiceLines } from './choice';
import { commentLines, hasComment, type Comment } from './comments';
import { arrow, call, concat, object, quote, spaces, type Doc } from './doc';
import { outputLines, stepOf, timer } from './elements';
import type { Emission } from './emission';
import { joinChunks, statementLines } from './lines';
import { loopLines } from './loop';

/** Where statements stand. */
export interface Place {
  readonly emission: Emission;
  readonly indent: number;
  /** Every end of the process returns the variables; elsewhere leaving returns nothing. */
  readonly returnsVars: boolean;
}

export function blockLines(block: Block, place: Place): string[] {
  const chunks: string[][] = [];
  // A gateway's comment stands above the statement that it becomes.
  let pending: string[] = [];
  block.forEach((statement, i) => {
    const next = block[i + 1];
    const lines = statementChunk(statement, block[i - 1], next, place);
    if (statement.kind === 'element' && isSilent(statement.node)) {
      pending.push(...lines);
      return;
    }
    chunks.push([...pending, ...lines]);
    pending = [];
  });
  return joinChunks([...chunks, pending]);
}

/** Control flow only: it writes nothing but a comment. */
function isSilent(node: Node): boolean {
  const kinds: readonly Node['kind'][] = [
    'startEvent',
    'boundaryEvent',
    'exclusiveGateway',
    'parallelGateway',
  ];
  return kinds.includes(node.kind);
}

/** Whether a block writes nothing at all. */
export function isEmpty(block: Block, { returnsVars }: Place): boolean {
  return block.every((statement) => {
    if (statement.kind === 'leave') return statement.last && !returnsVars;
    return statement.kind === 'element' && isSilent(statement.node) && !hasComment(commentOf(statement.node));
  });
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
      return parallelLines(statement, place);
    case 'labelled': {
      const label = names.local(statement.label.target);
      const body = blockLines(statement.body, { ...place, indent: indent + 2 });
      return [`${spaces(indent)}${label}: {`, ...body, `${spaces(indent)}}`];
    }
    case 'break':
    case 'continue': {
      const label = statement.label ? ` ${names.local(statement.label.target)}` : '';
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
    case 'unstructured':
      return []; // refused, see `reportUnstructured`
  }
}

/** A start event says where the process begins, which the code shows by itself. */
export function commentOf(node: Node): Comment {
  const { notes, documentation, name } = node;
  const shown = node.kind !== 'startEvent' && name !== undefined;
  return { notes, ...(shown && { name }), ...(documentation !== undefined && { documentation }) };
}

function elementLines(statement: ElementStatement, next: Statement | undefined, place: Place): string[] {
  const { node } = statement;
  const comment = commentLines(commentOf(node), place.indent);
  if (node.kind === 'endEvent') return [...comment, ...endLines(node, next, place)];
  const lines = isGuarded(statement) ? guardLines(statement, next, place) : plainLines(statement, place);
  return [...comment, ...lines];
}

function endLines(
  { id, name, trigger }: Extract<Node, { kind: 'endEvent' }>,
  next: Statement | undefined,
  { emission: { uses }, indent, returnsVars }: Place,
): string[] {
  if (trigger?.kind === 'error') {
    const args: Doc[] = [quote(trigger.code ?? ''), ...(name ? [object([['message', quote(name)]])] : [])];
    return [
      ...statementLines(call(uses.use('pass'), quote(id)), indent),
      ...statementLines(call(uses.use('bpmnError'), ...args), indent, 'throw '),
    ];
  }
  if (returnsVars && next?.kind === 'leave') {
    return statementLines(call(uses.use('end'), quote(id)), indent, 'return ');
  }
  return statementLines(call(uses.use('pass'), quote(id)), indent);
}

function isGuarded({ interrupting, beside }: ElementStatement): boolean {
  return interrupting.length > 0 || beside.length > 0;
}

/** An element without boundary events, with what becomes of its result. */
function plainLines(statement: ElementStatement, { emission, indent }: Place): string[] {
  if (statement.inner) {
    return statementLines(concat('await ', scopeCall(statement, emission)), indent);
  }
  const step = stepOf(statement.node, emission);
  if (!step) return [];
  const { node } = statement;
  const done = step.awaited ? concat('await ', step.call) : step.call;
  if (step.assigned) return statementLines(call(emission.uses.use('assign'), done), indent);
  if (step.target !== undefined) {
    return statementLines(done, indent, `${emission.uses.use('vars')}.${step.target} = `);
  }
  if (!step.outputs) return statementLines(done, indent);
  const result = emission.names.local(node, 'Result');
  const laidOver = object([
    ['...', emission.uses.use('vars')],
    ['...', concat('(', done, ')')],
  ]);
  return [
    ...statementLines(laidOver, indent, `const ${result} = `),
    ...outputLines(step.outputs, node.id, result, emission).flatMap((doc) => statementLines(doc, indent)),
  ];
}

function scopeCall({ node, inner }: ElementStatement, emission: Emission): Doc {
  if (!inner) throw new Error(`Sub-process ${node.id} has no inside.`);
  return call(
    emission.uses.use('scope'),
    quote(node.id),
    branchOf(node, inner.body, emission, commentOf(node)),
  );
}

function guardLines(statement: ElementStatement, next: Statement | undefined, place: Place): string[] {
  const { emission, indent } = place;
  const { uses, names } = emission;
  const events: [string, Doc][] = statement.interrupting.map((event) => [event.id, trigger(event, emission)]);
  for (const { event, body } of statement.beside) {
    const run = branchOf(event, body, emission);
    events.push([
      event.id,
      object([
        ['on', trigger(event, emission)],
        ['run', run],
      ]),
    ]);
  }
  const guard = call(uses.use('guard'), guardedWork(statement, emission), object(events));
  const matters = next?.kind === 'choice' && !isPointless(next, place);
  const before = matters ? `const ${names.local(statement.node, 'Outcome')} = await ` : 'await ';
  return statementLines(guard, indent, before);
}

function isPointless(choice: Extract<Statement, { kind: 'choice' }>, place: Place): boolean {
  const { branches, otherwise } = choice;
  return (
    otherwise.kind === 'block' &&
    [otherwise, ...branches].every(({ body, completes }) => completes && isEmpty(body, place))
  );
}

/** What boundary events watch, as a function. */
function guardedWork(statement: ElementStatement, emission: Emission): Doc {
  if (statement.inner) return concat('() => ', scopeCall(statement, emission));
  const step = stepOf(statement.node, emission);
  if (step?.awaited && !step.outputs && !step.assigned) return concat('() => ', step.call);
  if (step?.assigned) {
    return concat('async () => ', call(emission.uses.use('assign'), concat('await ', step.call)));
  }
  return arrow('async ()', (indent) =>
    plainLines({ ...statement, interrupting: [], beside: [] }, { emission, indent, returnsVars: false }),
  );
}

function trigger({ id, trigger }: BoundaryEvent, emission: Emission): Doc {
  if (trigger.kind === 'timer') return timer(trigger, id, emission);
  return call(emission.uses.use('error'), ...(trigger.code === undefined ? [] : [quote(trigger.code)]));
}

function parallelLines({ branches }: ParallelStatement, { emission, indent }: Place): string[] {
  const functions = branches.map(({ head, body }) => branchOf(head, body, emission));
  return statementLines(concat('await ', call(emission.uses.use('parallel'), ...functions)), indent);
}

/** A path as a function: in place if it is one simple step, else by the name of a local function. */
function branchOf(head: Node, body: Block, emission: Emission, comment: Comment = { notes: [] }): Doc {
  const visible = body.filter(
    (statement) => !isEmpty([statement], { emission, indent: 0, returnsVars: false }),
  );
  const [only] = visible;
  if (visible.length === 0) return 'async () => undefined';
  const isStep = only?.kind === 'element' && !only.inner && !isGuarded(only);
  if (visible.length === 1 && isStep) {
    return arrow('async ()', (indent) => blockLines(visible, { emission, indent, returnsVars: false }));
  }
  const name = emission.names.local(head);
  emission.functions.push({
    name,
    write: (indent) => [
      ...commentLines(comment, indent),
      `${spaces(indent)}async function ${name}() {`,
      ...blockLines(body, { emission, indent: indent + 2, returnsVars: false }),
      `${spaces(indent)}}`,
    ],
  });
  return name;
}
