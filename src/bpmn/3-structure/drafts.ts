import type { BoundaryEvent, Flow, Node, Scope } from '../2-model/types';
import type { Expression } from '../2-model/value-types';

/**
 * - `step`: does something (or nothing), then goes on to its only successor, or ends.
 * - `guard`: does something that boundary events watch; goes on by how it ended.
 * - `choice`: takes one of its flows.
 * - `entry`: begins at one of several start events.
 * - `race`: waits for the events that its flows lead to, and goes on by the first of them.
 * - `fork`: takes all of its flows.
 * - `inclusive`: takes each flow whose condition holds, else its default.
 * - `call`: the path goes on at another one, see `Path`.
 */
export type Role = 'step' | 'guard' | 'choice' | 'entry' | 'race' | 'fork' | 'inclusive' | 'call';

/** A way on from a vertex. */
export interface Way {
  readonly flow?: Flow;
  readonly event?: BoundaryEvent;
  /** Taken when no condition holds. Always the last. */
  readonly otherwise?: boolean;
}

/** Whether `b` holds exactly when `a` does not. */
export type Complementary = (a: Expression, b: Expression) => boolean;

/** A vertex before numbering. Guarded work with several ways to go on becomes two: the work, then the decision. */
export interface Draft {
  readonly node: Node;
  readonly role: Role;
  /** Only decides where to go on after a vertex before it that did the node's work. */
  readonly silent: boolean;
  /** Of a call: the flow by which the path arrives at the other one. */
  readonly flow?: Flow;
  /** In document order of the flows; of guarded work the normal way first, then its events by id. */
  readonly edges: readonly DraftEdge[];
}

export interface DraftEdge extends Way {
  /** Key of a vertex: the node's id, with a word behind it where a node has several vertices. */
  readonly to: string;
}

/** The vertices of a scope by their keys, and those to begin with. */
export interface Drafts {
  readonly vertices: ReadonlyMap<string, Draft>;
  readonly starts: readonly Node[];
}

/** Key of the vertex that begins at several places at once. No id has a blank in it. */
const ALL_STARTS = 'all starts';
/** Key of the vertex that begins at the one of several start events that has happened. */
const ONE_START = 'one start';

export function draftVertices(scope: Scope): Drafts {
  const nodes = new Map(scope.nodes.map((node) => [node.id, node]));
  const flows = new Map(scope.flows.map((flow) => [flow.id, flow]));
  const vertices = new Map<string, Draft>();
  /** Every flow to an end event has a copy of it: paths that end in one place have nothing else in common. */
  const along = (flow: Flow): DraftEdge => {
    const target = nodes.get(flow.target) as Node;
    if (target.kind !== 'endEvent') return { to: flow.target, flow };
    const copy = `${flow.target} by ${flow.id}`;
    vertices.set(copy, { node: target, role: 'step', silent: false, edges: [] });
    return { to: copy, flow };
  };
  for (const node of scope.nodes) {
    if (node.kind === 'endEvent' && node.incoming.length > 0) continue;
    const outgoing = node.outgoing.map((id) => flows.get(id) as Flow);
    const ofOne = roleOf(node, outgoing);
    const { role, edges, forks } = withQuantity(node, ofOne, edgesOf(node, ofOne, outgoing, along));
    for (const [key, fork] of forks) vertices.set(key, fork);
    const events = boundaryEventsOf(node, nodes).map((event) => ({ to: event.id, event }));
    if (events.length === 0) {
      vertices.set(node.id, { node, role, silent: false, edges });
    } else if (role === 'step') {
      vertices.set(node.id, { node, role: 'guard', silent: false, edges: [...edges, ...events] });
    } else {
      const decision = `${node.id} decision`;
      vertices.set(node.id, { node, role: 'guard', silent: false, edges: [{ to: decision }, ...events] });
      vertices.set(decision, { node, role, silent: true, edges });
    }
  }
  const starts = scope.nodes
    .filter((node) => node.incoming.length === 0 && node.kind !== 'boundaryEvent')
    .flatMap((node) =>
      // The event that has happened is the beginning, not the gateway before it.
      node.kind === 'eventBasedGateway' && node.instantiates === 'one'
        ? node.outgoing.map((id) => nodes.get((flows.get(id) as Flow).target) as Node)
        : [node],
    )
    .sort(byId);
  return { vertices, starts };
}

interface Start {
  readonly key: string;
  readonly vertices: Drafts['vertices'];
}

/** Where a scope begins: at one of its start events, and at everything else that no flow leads to. */
export function startOf({ vertices, starts }: Drafts): Start | undefined {
  const events = starts.filter(isStart);
  if (events.length < 2) return together(vertices, starts, ALL_STARTS, 'fork');
  const entry = together(vertices, events, ONE_START, 'entry') as Start;
  const others = starts.filter((node) => !isStart(node)).map(({ id }) => id);
  if (others.length === 0) return entry;
  const edges = [entry.key, ...others].map((to) => ({ to }));
  const root: Draft = { node: events[0] as Node, role: 'fork', silent: true, edges };
  return { key: ALL_STARTS, vertices: new Map([...entry.vertices, [ALL_STARTS, root]]) };
}

function together(
  vertices: Drafts['vertices'],
  starts: readonly Node[],
  key: string,
  role: Role,
): Start | undefined {
  const [first, ...more] = starts;
  if (!first) return undefined;
  if (more.length === 0) return { key: first.id, vertices };
  const edges = starts.map(({ id }) => ({ to: id }));
  const root: Draft = { node: first, role, silent: true, edges };
  return { key, vertices: new Map([...vertices, [key, root]]) };
}

/** Whether an event has to happen for the process to begin here. */
function isStart(node: Node): boolean {
  return node.kind === 'startEvent' || 'startedBy' in node;
}

function boundaryEventsOf(node: Node, nodes: ReadonlyMap<string, Node>): BoundaryEvent[] {
  const ids = 'boundaryEvents' in node ? node.boundaryEvents : [];
  return ids.map((id) => nodes.get(id) as BoundaryEvent).sort(byId);
}

function roleOf(node: Node, outgoing: readonly Flow[]): Role {
  if (node.kind === 'eventBasedGateway' && node.instantiates !== 'all') {
    return outgoing.length > 1 ? 'race' : 'step';
  }
  if (node.kind === 'parallelGateway') return outgoing.length > 1 ? 'fork' : 'step';
  const defaultFlow = defaultFlowOf(node);
  const conditional = outgoing.filter((flow) => flow.condition && flow.id !== defaultFlow).length;
  const unconditional = outgoing.filter((flow) => !flow.condition && flow.id !== defaultFlow).length;
  if (node.kind === 'exclusiveGateway') return outgoing.length > 1 || conditional > 0 ? 'choice' : 'step';
  if (conditional === 0) return outgoing.length > 1 ? 'fork' : 'step';
  // Several conditions may hold at once; one alone is a plain decision.
  return conditional === 1 && unconditional === 0 ? 'choice' : 'inclusive';
}

function edgesOf(
  node: Node,
  role: Role,
  outgoing: readonly Flow[],
  along: (flow: Flow) => DraftEdge,
): readonly DraftEdge[] {
  const defaultFlow = outgoing.find(({ id }) => id === defaultFlowOf(node));
  const others = outgoing.filter((flow) => flow !== defaultFlow);
  if (role === 'choice') return choices(others, defaultFlow, along);
  if (role === 'inclusive')
    return [...others.map(along), ...(defaultFlow ? [{ ...along(defaultFlow), otherwise: true }] : [])];
  return outgoing.map(along);
}

interface Leaving {
  readonly role: Role;
  readonly edges: readonly DraftEdge[];
  /** Behind a decision: where several tokens go the same way. */
  readonly forks: ReadonlyMap<string, Draft>;
}

/** Several tokens leave it by the same flows: the conditions are tested for all of them at once. */
function withQuantity(node: Node, role: Role, edges: readonly DraftEdge[]): Leaving {
  const quantity = 'completionQuantity' in node ? (node.completionQuantity ?? 1) : 1;
  const repeated = (edge: DraftEdge) => Array.from({ length: quantity }, () => edge);
  const forks = new Map<string, Draft>();
  if (quantity === 1) return { role, edges, forks };
  if (role === 'step' || role === 'fork') return { role: 'fork', edges: edges.flatMap(repeated), forks };
  const decided = edges.map((edge) => {
    const { otherwise: _, ...along } = edge;
    const key = `${node.id} times by ${edge.flow?.id ?? ''}`;
    forks.set(key, { node, role: 'fork', silent: true, edges: repeated(along) });
    return { ...edge, to: key };
  });
  return { role, edges: decided, forks };
}

/** Without what is behind an unconditional flow: that one is always taken before. */
function choices(
  tested: readonly Flow[],
  defaultFlow: Flow | undefined,
  along: (flow: Flow) => DraftEdge,
): readonly DraftEdge[] {
  const always = tested.findIndex((flow) => !flow.condition);
  const conditional = always < 0 ? tested : tested.slice(0, always);
  const otherwise = always < 0 ? defaultFlow : tested[always];
  return [...conditional.map(along), ...(otherwise ? [{ ...along(otherwise), otherwise: true }] : [])];
}

function defaultFlowOf(node: Node): string | undefined {
  return 'defaultFlow' in node ? node.defaultFlow : undefined;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
