import type { CatchTrigger } from '../2-model/trigger-types';
import type { Node, Process } from '../2-model/types';
import type { Block, ElementStatement, LoopStatement, StructuredScope } from '../3-structure/tree';
import { allNodes } from '../3-structure/scope-parts';
import { label } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';
import { asksEachTurn, endlessLoopOf, headOf, LoopHeads } from './loop-heads';
import { pathCycles } from './path-cycles';
import { everythingIn, statementsIn } from './statements-in';
import { isPlainScope, loopOf } from './scope-call';

/** Why a loop cannot go on in another run. */
const OBSTACLES = {
  paths: 'it is among paths that have no nested form',
  'own-variables': 'it works with variables that are not those of the process',
  counted: 'its turns are counted, or boundary events watch it',
  compensation: 'work that is done beside it may have to be undone',
  'inner-compensation':
    'work that is done in a sub-process or several times may have to be undone, and until it has been it cannot go on in a new run',
  conditions: 'conditions of events look at variables that it may change',
  'direct-messages': 'messages that are sent to this run would not reach another one',
} as const;

export type Obstacle = keyof typeof OBSTACLES;

/** Which loops of a process can go on in other runs, by the bodies of the functions that they stand in. */
export interface Continuing {
  /** Those in the body of a function. */
  of(body: Block): LoopHeads | undefined;
  /** Those of the process itself. */
  readonly root: LoopHeads | undefined;
  /** Multi-instance activities whose instances can be done by other runs. */
  readonly sliced: ReadonlySet<Node>;
  /** Loops that may turn without end, but only as long as a history may be. */
  readonly bounded: readonly { readonly node: Node; readonly obstacle: Obstacle }[];
}

/** A body of statements, and whether it becomes a function that stands in the process's own one. */
interface Body {
  readonly block: Block;
  readonly obstacle?: Obstacle | undefined;
}

export function continuingOf(process: Process, root: StructuredScope): Continuing {
  const taken = new Set<string>();
  const found = new Map<Block, LoopHeads>();
  const bounded: { node: Node; obstacle: Obstacle }[] = [];
  const sliced = new Set<Node>();
  const add = (block: Block, helper: 'turn' | 'handOver') => {
    const heads = new LoopHeads(block, helper, taken);
    if (heads.ids.length > 0) found.set(block, heads);
  };
  const conditions = hasConditions(process);
  const visit = ({ block, obstacle }: Body, helper: 'turn' | 'handOver') => {
    const why = obstacle ?? (helper === 'turn' ? undefined : obstacleIn(block, conditions));
    if (why === undefined) add(block, helper);
    for (const statement of endlessIn(block, taken).filter((one) => !asksEachTurn(one)))
      bounded.push({
        node: statement.kind === 'loop' ? statement.header : statement.node,
        obstacle: why ?? 'counted',
      });
    if (obstacle === undefined) for (const node of slicedIn(block, conditions)) sliced.add(node);
    for (const body of bodiesIn(block, obstacle)) visit(body, 'handOver');
  };
  const warnsOfUndo = () => {
    if (!found.has(root.body) || !mayUndoInner(process)) return;
    const loops = statementsIn(root.body).filter(
      (one) => one.kind === 'loop' && headOf(one) !== undefined && !asksEachTurn(one),
    );
    for (const one of loops as LoopStatement[])
      bounded.push({ node: one.header, obstacle: 'inner-compensation' });
  };
  const inPaths = root.paths.length > 0 ? 'paths' : undefined;
  visit({ block: root.body, obstacle: inPaths }, 'turn');
  for (const { body } of root.paths) visit({ block: body, obstacle: 'paths' }, 'handOver');
  for (const body of bodiesOfEvents(root, inPaths)) visit(body, 'handOver');
  for (const node of pathCycles(root)) bounded.push({ node, obstacle: 'paths' });
  warnsOfUndo();
  return { of: (body) => found.get(body), root: found.get(root.body), sliced, bounded };
}

/** Warns of loops that are ended when the history is full. */
export function warnOfBoundedLoops({ bounded }: Continuing, reporter: Reporter): void {
  for (const { node, obstacle } of bounded) {
    const element = label(node.kind, node.name, node.id);
    const where = { element: node.id, position: node.position };
    reporter.report('loop-bounded', where, { element, reason: OBSTACLES[obstacle] });
  }
}

/** The functions that are named in a block. */
function bodiesIn(block: Block, obstacle: Obstacle | undefined): Body[] {
  return statementsIn(block).flatMap((statement): Body[] => {
    if (statement.kind === 'parallel')
      return statement.branches.map(({ body }) => ({ block: body, obstacle }));
    if (statement.kind !== 'element') return [];
    const { beside, inner } = statement;
    return [
      ...beside.map(({ body }) => ({ block: body, obstacle })),
      ...(inner ? bodiesOfScope(statement, inner, obstacle) : []),
    ];
  });
}

function bodiesOfScope(
  statement: ElementStatement,
  inner: StructuredScope,
  around: Obstacle | undefined,
): Body[] {
  const isOwn = !isPlainScope(statement) || loopOf(statement.node) !== undefined;
  const obstacle =
    around ?? (isOwn ? 'own-variables' : inner.paths.length > 0 || inner.activities ? 'paths' : undefined);
  const activities = inner.activities ?? [];
  return [
    { block: inner.body, obstacle },
    ...inner.paths.map(({ body }) => ({ block: body, obstacle })),
    ...activities.map(({ inside }) => ({ block: inside.body, obstacle })),
    ...bodiesOfEvents(inner, obstacle),
  ];
}

function bodiesOfEvents({ events }: StructuredScope, obstacle: Obstacle | undefined): Body[] {
  return events.flatMap(({ node, inner }) =>
    bodiesOfScope({ kind: 'element', node, inner, interrupting: [], beside: [] }, inner, obstacle),
  );
}

/** Loops without end that are not among those that go on. */
function endlessIn(block: Block, taken: ReadonlySet<string>): (LoopStatement | ElementStatement)[] {
  return statementsIn(block).filter((statement) => {
    const id = headOf(statement);
    if (statement.kind === 'loop') return id !== undefined && !taken.has(id);
    return statement.kind === 'element' && endlessLoopOf(statement) !== undefined && !taken.has(id ?? '');
  }) as (LoopStatement | ElementStatement)[];
}

/** Multi-instance activities in a block of which nothing keeps other runs from doing instances. */
function slicedIn(block: Block, conditions: boolean): Node[] {
  return statementsIn(block).flatMap((statement) => {
    if (statement.kind !== 'element' || loopOf(statement.node)?.kind !== 'multiInstance') return [];
    const elements = everythingIn([statement]).filter(({ kind }) => kind === 'element');
    return obstacleOf(elements as ElementStatement[], conditions) === undefined ? [statement.node] : [];
  });
}

/** What in a function, or around it, keeps another run from doing the rest of it. */
function obstacleIn(block: Block, conditions: boolean): Obstacle | undefined {
  const elements = everythingIn(block).filter((statement) => statement.kind === 'element');
  return obstacleOf(elements, conditions);
}

function obstacleOf(elements: readonly ElementStatement[], conditions: boolean): Obstacle | undefined {
  if (elements.some(({ node, compensation }) => compensation !== undefined || undoes(node)))
    return 'compensation';
  if (elements.some((element) => eventsAt(element).some(hearsDirectMessages))) return 'direct-messages';
  return conditions ? 'conditions' : undefined;
}

function hasConditions(process: Process): boolean {
  return allNodes(process).some((node) => waitsFor(node, (trigger) => trigger.kind === 'conditional'));
}

/** What undoes work in a sub-process, or of one instance, is known to the run only in which it was done. */
function mayUndoInner(process: Process): boolean {
  return allNodes(process).some(
    (node) =>
      'compensation' in node &&
      node.compensation !== undefined &&
      (!process.nodes.includes(node) || node.loop !== undefined),
  );
}

function undoes(node: Node): boolean {
  const kind = 'trigger' in node ? node.trigger?.kind : undefined;
  return kind === 'compensate' || kind === 'cancel';
}

/** What is waited for at an element. An event that is a statement of its own has happened when it is got to. */
function eventsAt({ node, awaits = [], interrupting, beside, inner }: ElementStatement): readonly Node[] {
  const isPast = node.kind === 'boundaryEvent' || node.kind === 'startEvent';
  return [
    ...(isPast ? [] : [node]),
    ...awaits,
    ...interrupting,
    ...beside.map(({ event }) => event),
    ...(inner?.events ?? []).flatMap((event) =>
      event.node.scope.nodes.filter(({ kind }) => kind === 'startEvent'),
    ),
  ];
}

/** Messages that are sent to this run, by its id, do not reach another one. */
function hearsDirectMessages(node: Node): boolean {
  return waitsFor(node, (trigger) => trigger.kind === 'message' && !trigger.published);
}

function waitsFor(node: Node, isIt: (trigger: CatchTrigger) => boolean): boolean {
  if (!('trigger' in node) || !node.trigger) return false;
  const trigger = node.trigger as CatchTrigger;
  return trigger.kind === 'multiple' ? trigger.triggers.some(isIt) : isIt(trigger);
}
