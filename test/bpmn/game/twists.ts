import * as fc from 'fast-check';
import { condition } from './conditions';
import {
  addFlow,
  addNode,
  scopesOf,
  type Draft,
  type DraftFlow,
  type DraftNode,
  type DraftScope,
} from './draft';

/** A change to a well-nested process that may take the nesting away. The numbers choose where. */
export interface Twist {
  readonly kind: keyof typeof TWISTS;
  readonly scope: number;
  readonly from: number;
  readonly to: number;
  readonly condition: string;
}

type Apply = (draft: Draft, scope: DraftScope, twist: Twist) => void;

const TWISTS = {
  /** A decision: on as before, or elsewhere. */
  jump: (draft, scope, twist) => detour(draft, scope, twist, 'exclusiveGateway'),
  /** On as before, and elsewhere as well. */
  fork: (draft, scope, twist) => detour(draft, scope, twist, 'parallelGateway'),
  /** A second flow out of an activity, always taken. */
  split: (draft, scope, { from, to }) => {
    const source = pick(scope.nodes.filter(isActivity), from);
    if (source) elsewhere(draft, scope, source.id, to, {});
  },
  /** A second flow out of an activity, taken if its condition holds. */
  'conditional split': (draft, scope, { from, to, condition }) => {
    const source = pick(scope.nodes.filter(isActivity), from);
    if (source) elsewhere(draft, scope, source.id, to, { condition });
  },
  /** A decision: on as before, or to an end. */
  end: (draft, scope, { from, condition }) => {
    const { node } = insert(draft, scope, pick(scope.flows, from)!, 'exclusiveGateway');
    addFlow(draft, scope, node.id, addNode(draft, scope, 'endEvent').id, { condition });
  },
  /** Only elsewhere. */
  redirect: (draft, scope, { from, to }) => {
    // What nothing leads to any more would begin by itself.
    const flows = scope.flows.filter((flow) => scope.flows.some((other) => isBeside(flow, other)));
    const flow = pick(flows, from);
    if (flow) flow.to = viaTask(draft, scope, to);
  },
  exclusive: (_draft, scope, twist) => become('exclusiveGateway', scope, twist),
  parallel: (_draft, scope, twist) => become('parallelGateway', scope, twist),
  inclusive: (_draft, scope, twist) => become('inclusiveGateway', scope, twist),
  /** Instead of at a start event the scope begins wherever nothing leads to, at two places or more. */
  starts: (draft, scope, { to }) => {
    const start = scope.nodes.findIndex(({ kind }) => kind === 'startEvent');
    const [{ id } = { id: '' }] = start < 0 ? [] : scope.nodes.splice(start, 1);
    const first = scope.flows.findIndex(({ from }) => from === id);
    if (first >= 0) scope.flows.splice(first, 1);
    viaTask(draft, scope, to);
  },
} satisfies Readonly<Record<string, Apply>>;

export const twist: fc.Arbitrary<Twist> = fc.record({
  kind: fc.constantFrom(...(Object.keys(TWISTS) as (keyof typeof TWISTS)[])),
  scope: fc.nat(1000),
  from: fc.nat(1000),
  to: fc.nat(1000),
  condition,
});

export function applyTwist(draft: Draft, twist: Twist): void {
  TWISTS[twist.kind](draft, pick(scopesOf(draft.root), twist.scope)!, twist);
}

function pick<T>(items: readonly T[], random: number): T | undefined {
  return items[random % items.length];
}

function isActivity({ kind }: DraftNode): boolean {
  return ['serviceTask', 'task', 'subProcess'].includes(kind);
}

function isBeside(flow: DraftFlow, other: DraftFlow): boolean {
  return flow !== other && flow.to === other.to;
}

function detour(
  draft: Draft,
  scope: DraftScope,
  { from, to, condition }: Twist,
  kind: 'exclusiveGateway' | 'parallelGateway',
): void {
  const { node, next } = insert(draft, scope, pick(scope.flows, from)!, kind);
  const isChoice = kind === 'exclusiveGateway';
  next.isDefault = isChoice;
  elsewhere(draft, scope, node.id, to, isChoice ? { condition } : {});
}

/** A gateway in the middle of a flow. */
function insert(draft: Draft, scope: DraftScope, flow: DraftFlow, kind: DraftNode['kind']) {
  const node = addNode(draft, scope, kind);
  addFlow(draft, scope, node.id, flow.to, { isDefault: kind === 'exclusiveGateway' });
  flow.to = node.id;
  return { node, next: scope.flows.at(-1)! };
}

/** By a task of its own, so that every cycle has one: time must pass on it. */
function elsewhere(
  draft: Draft,
  scope: DraftScope,
  from: string,
  to: number,
  more: Partial<DraftFlow>,
): void {
  addFlow(draft, scope, from, viaTask(draft, scope, to), more);
}

function viaTask(draft: Draft, scope: DraftScope, to: number): string {
  const targets = scope.nodes.filter(({ kind }) => kind !== 'startEvent' && !kind.startsWith('boundary'));
  const target = pick(targets, to)!;
  const task = addNode(draft, scope, 'serviceTask');
  addFlow(draft, scope, task.id, target.id);
  return task.id;
}

function become(kind: DraftNode['kind'], { nodes, flows }: DraftScope, { from, condition }: Twist): void {
  const gateway = pick(
    nodes.filter((node) => node.kind.endsWith('Gateway') && node.kind !== kind),
    from,
  );
  if (!gateway) return;
  gateway.kind = kind;
  const outgoing = flows.filter((flow) => flow.from === gateway.id);
  outgoing.forEach((flow, i) => {
    const isChoice = kind !== 'parallelGateway' && outgoing.length > 1;
    flow.isDefault = isChoice && i === outgoing.length - 1;
    if (isChoice && !flow.isDefault) flow.condition ??= condition;
    else delete flow.condition;
  });
}
