import * as fc from 'fast-check';
import { condition, opposite } from './conditions';
import { addFlow, addNode, emptyDraft, type Draft, type DraftNode, type DraftScope } from './draft';

/** Well-nested processes: everything that has a form as nested statements, in any nesting. */
export type Shape =
  | { readonly kind: 'task' | 'pass' | 'wait' }
  | { readonly kind: 'sequence'; readonly parts: readonly Shape[] }
  | {
      readonly kind: 'choice';
      readonly branches: readonly ChoiceBranch[];
      /** When no condition holds: the last branch is the default, its condition is the others' opposite, or nothing is. */
      readonly otherwise: 'default' | 'opposite' | 'nothing';
      readonly split: 'gateway' | 'task';
      readonly merge: 'gateway' | 'task';
    }
  | {
      readonly kind: 'parallel';
      readonly branches: readonly Shape[];
      /** All at one gateway, some of them before the others, or not at all. */
      readonly join: 'all' | 'partly' | 'never';
      readonly split: 'gateway' | 'task';
    }
  | {
      readonly kind: 'loop';
      readonly body: Shape;
      readonly test: 'before' | 'after' | 'both';
      readonly condition: string;
    }
  | { readonly kind: 'guarded'; readonly inside: Shape | undefined; readonly events: readonly EventShape[] };

interface ChoiceBranch {
  readonly condition: string;
  readonly body: Shape | undefined;
  readonly ends: 'not' | 'end' | 'error' | 'terminate';
}

interface EventShape {
  readonly trigger: keyof typeof EVENTS;
  readonly body: Shape | undefined;
  /** Where its path leads: to what follows the activity, back to it, or to an end. */
  readonly then: 'merge' | 'retry' | 'end';
}

/** Codes of BPMN errors; the second is known to no event. */
export const CODES = ['E1', 'E2'] as const;

const EVENTS = {
  code: { kind: 'boundaryEvent error', interrupting: true, detail: CODES[0] },
  'any error': { kind: 'boundaryEvent error', interrupting: true },
  timer: { kind: 'boundaryEvent timer', interrupting: true, detail: 'PT1H' },
  reminder: { kind: 'boundaryEvent timer', interrupting: false, detail: 'PT1H' },
  reminders: { kind: 'boundaryEvent timer', interrupting: false, detail: 'R2/PT1H' },
} as const satisfies Record<string, Omit<DraftNode, 'id' | 'on'>>;

export const { shape } = fc.letrec<{ shape: Shape }>((tie) => {
  const maybe = fc.option(tie('shape'), { nil: undefined, freq: 3 });
  const parts = (minLength: number, maxLength: number) => fc.array(tie('shape'), { minLength, maxLength });
  const several = { minLength: 2, maxLength: 3 };
  const branch = fc.record({
    condition,
    body: maybe,
    ends: fc.constantFrom('not', 'not', 'not', 'end', 'error', 'terminate'),
  });
  const event = fc.record({
    trigger: fc.constantFrom('code', 'any error', 'timer', 'reminder', 'reminders'),
    body: maybe,
    then: fc.constantFrom('merge', 'merge', 'retry', 'end'),
  });
  const place = fc.constantFrom('gateway', 'gateway', 'task');
  return {
    shape: fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Shape>({ kind: 'task' }, { kind: 'task' }, { kind: 'pass' }, { kind: 'wait' }),
      fc.record({ kind: fc.constant('sequence'), parts: parts(0, 3) }),
      fc.record({
        kind: fc.constant('choice'),
        branches: fc.array(branch, several),
        otherwise: fc.constantFrom('default', 'opposite', 'nothing'),
        split: place,
        merge: place,
      }),
      fc.record({
        kind: fc.constant('parallel'),
        branches: parts(2, 3),
        join: fc.constantFrom('all', 'all', 'partly', 'never'),
        split: place,
      }),
      fc.record({
        kind: fc.constant('loop'),
        body: tie('shape'),
        test: fc.constantFrom('before', 'after', 'both'),
        condition,
      }),
      fc.record({
        kind: fc.constant('guarded'),
        inside: fc.option(tie('shape'), { nil: undefined }),
        events: fc.array(event, { maxLength: 3 }),
      }),
    ),
  } as { shape: fc.Arbitrary<Shape> };
});

/** Where the path goes on: a node, and what its next flow says. */
interface Outlet {
  readonly node: string;
  readonly condition?: string;
  readonly isDefault?: boolean;
}

/** A scope that is being drawn. */
interface Pen {
  readonly draft: Draft;
  readonly scope: DraftScope;
  /** A path may end here: no join waits for it. */
  readonly mayEnd: boolean;
}

export function drawProcess(shape: Shape): Draft {
  const draft = emptyDraft();
  drawScope({ draft, scope: draft.root, mayEnd: true }, shape);
  return draft;
}

function drawScope(pen: Pen, shape: Shape): void {
  const start = addNode(pen.draft, pen.scope, 'startEvent');
  finish(pen, draw(pen, shape, { node: start.id }));
}

function finish(pen: Pen, outlet: Outlet | undefined): void {
  if (outlet) then(pen, outlet, 'endEvent');
}

function then({ draft, scope }: Pen, outlet: Outlet, kind: DraftNode['kind'], more = {}): Outlet {
  const node = addNode(draft, scope, kind, more);
  connect({ draft, scope }, outlet, node.id);
  return { node: node.id };
}

function connect({ draft, scope }: Omit<Pen, 'mayEnd'>, { node, ...flow }: Outlet, to: string): void {
  addFlow(draft, scope, node, to, flow);
}

/** Returns where the path goes on, unless it has ended. */
function draw(pen: Pen, shape: Shape | undefined, from: Outlet): Outlet | undefined {
  switch (shape?.kind) {
    case undefined:
      return from;
    case 'task':
      return then(pen, from, 'serviceTask', nameFor(pen));
    case 'pass':
      return then(pen, from, 'task');
    case 'wait':
      return then(pen, from, 'intermediateCatchEvent timer', { detail: 'PT1H' });
    case 'sequence':
      return shape.parts.reduce<Outlet | undefined>((at, part) => at && draw(pen, part, at), from);
    case 'choice':
      return drawChoice(pen, shape, from);
    case 'parallel':
      return drawParallel(pen, shape, from);
    case 'loop':
      return drawLoop(pen, shape, from);
    case 'guarded':
      return drawGuarded(pen, shape, from);
  }
}

/** Some have names, and not all names are unlike. */
function nameFor({ draft }: Pen): { name?: string } {
  const n = draft.counts.get('Task') ?? 0;
  return n % 3 === 0 ? {} : { name: `Do ${n % 5}` };
}

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

function drawChoice(pen: Pen, shape: ShapeOf<'choice'>, from: Outlet): Outlet | undefined {
  const { branches, otherwise, merge } = shape;
  // On a task, several conditions may hold at once; that is another construct.
  const isPlain = branches.length === 2 && otherwise === 'default';
  const split = then(pen, from, shape.split === 'task' && isPlain ? 'serviceTask' : 'exclusiveGateway');
  const outlets = branches.map((branch, i): Outlet | undefined => {
    const flow = choiceFlow(branches, i, otherwise);
    const end = draw(pen, branch.body, { ...split, ...flow });
    // A join further on waits for one of the branches.
    const mayEnd = pen.mayEnd || i > 0;
    return end && mayEnd ? endBranch(pen, end, branch.ends) : end;
  });
  const open = outlets.filter((outlet) => outlet !== undefined);
  if (open.length === 0) return undefined;
  const node = addNode(pen.draft, pen.scope, merge === 'task' ? 'serviceTask' : 'exclusiveGateway');
  for (const outlet of open) connect(pen, outlet, node.id);
  return { node: node.id };
}

function choiceFlow(
  branches: readonly ChoiceBranch[],
  i: number,
  otherwise: ShapeOf<'choice'>['otherwise'],
): Omit<Outlet, 'node'> {
  const { condition } = branches[i]!;
  if (i < branches.length - 1 || otherwise === 'nothing') return { condition };
  if (otherwise === 'opposite') return { condition: opposite(branches[0]!.condition) };
  return { isDefault: true };
}

/** What ends more than its own path comes behind a task of its own, so that no two of them happen at once. */
function endBranch(pen: Pen, outlet: Outlet, how: ChoiceBranch['ends']): Outlet | undefined {
  if (how === 'not' || (how === 'end' && !pen.mayEnd)) return outlet;
  if (how === 'end') then(pen, outlet, 'endEvent');
  else {
    const task = then(pen, outlet, 'serviceTask');
    then(pen, task, `endEvent ${how}`, how === 'error' ? { detail: CODES[0] } : {});
  }
  return undefined;
}

function drawParallel(pen: Pen, shape: ShapeOf<'parallel'>, from: Outlet): Outlet | undefined {
  const split = then(pen, from, shape.split === 'task' ? 'serviceTask' : 'parallelGateway');
  const free = shape.join === 'never' && pen.mayEnd;
  const inner = free ? pen : { ...pen, mayEnd: false };
  const outlets = shape.branches.map((branch) => draw(inner, branch, split));
  if (free) {
    for (const outlet of outlets) finish(pen, outlet);
    return undefined;
  }
  const open = outlets.filter((outlet) => outlet !== undefined);
  if (shape.join !== 'partly') return joined(pen, open);
  const early = joined(pen, open.slice(0, -1));
  return joined(
    pen,
    [early, open.at(-1)].filter((outlet) => outlet !== undefined),
  );
}

function joined(pen: Pen, paths: readonly (Outlet | undefined)[]): Outlet | undefined {
  const outlets = paths.filter((outlet) => outlet !== undefined);
  if (outlets.length < 2) return outlets[0];
  const join = addNode(pen.draft, pen.scope, 'parallelGateway');
  for (const outlet of outlets) connect(pen, outlet, join.id);
  return { node: join.id };
}

function drawLoop(pen: Pen, shape: ShapeOf<'loop'>, from: Outlet): Outlet | undefined {
  const head = then(pen, from, 'exclusiveGateway');
  const out: Outlet[] = [];
  let at: Outlet = head;
  if (shape.test !== 'after') {
    out.push({ ...head, isDefault: true });
    at = { ...head, condition: shape.condition };
  }
  // A turn takes time: without a task, conditions would never change.
  const end = draw(pen, shape.body, then(pen, at, 'serviceTask'));
  if (end && shape.test === 'before') connect(pen, end, head.node);
  else if (end) {
    const test = then(pen, end, 'exclusiveGateway');
    connect(pen, { ...test, condition: opposite(shape.condition) }, head.node);
    out.push({ ...test, isDefault: true });
  }
  if (out.length < 2) return out[0];
  const merge = addNode(pen.draft, pen.scope, 'exclusiveGateway');
  for (const outlet of out) connect(pen, outlet, merge.id);
  return { node: merge.id };
}

function drawGuarded(pen: Pen, { inside, events }: ShapeOf<'guarded'>, from: Outlet): Outlet | undefined {
  const { draft, scope } = pen;
  const body: DraftScope = { nodes: [], flows: [] };
  const activity = then(pen, from, inside ? 'subProcess' : 'serviceTask', inside ? { inside: body } : {});
  if (inside) drawScope({ draft, scope: body, mayEnd: true }, inside);
  const outlets: Outlet[] = [activity];
  const seen = new Set<string>();
  for (const event of events) {
    // A second event for the same error would never happen.
    if (seen.has(event.trigger)) continue;
    seen.add(event.trigger);
    const drawn = EVENTS[event.trigger];
    const node = addNode(draft, scope, drawn.kind, { ...drawn, on: activity.node });
    const { interrupting } = drawn;
    const side = interrupting ? pen : { ...pen, mayEnd: true };
    const end = draw(side, event.body, { node: node.id });
    if (!end) continue;
    if (!interrupting || (event.then === 'end' && pen.mayEnd)) finish(pen, end);
    else if (event.then === 'retry') connect(pen, end, activity.node);
    else outlets.push(end);
  }
  if (outlets.length === 1) return activity;
  const merge = addNode(draft, scope, 'exclusiveGateway');
  for (const outlet of outlets) connect(pen, outlet, merge.id);
  return { node: merge.id };
}
