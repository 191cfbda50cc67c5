import type { BoundaryEvent, Expression, Flow, Node, Scope } from '../2-model/types';

/**
 * A scope's flow graph, prepared for structuring. Vertices are numbered in reverse postorder (every vertex comes after
 * at least one of its predecessors), in which the flows that leave a node keep their document order and nothing else of
 * the document's order shows.
 */
export interface Graph {
  readonly vertices: readonly Vertex[];
  readonly unreachable: readonly Node[];
  /** Set if there is not exactly one element to begin with; vertex 0 is then a fiction. */
  readonly starts: readonly Node[];
}

export interface Vertex {
  readonly node: Node;
  readonly role: Role;
  /** Only decides where to go on after a vertex before it that did the node's work. */
  readonly silent: boolean;
  /** In document order of the flows; of guarded work the normal way first, then its events by id. */
  readonly successors: readonly Edge[];
  readonly predecessors: readonly number[];
}

/**
 * - `step`: does something (or nothing), then goes on to its only successor, or ends.
 * - `guard`: does something that boundary events watch; goes on by how it ended.
 * - `choice`: takes one of its flows.
 * - `race`: waits for the events that its flows lead to, and goes on by the first of them.
 * - `fork`: takes all of its flows.
 * - `inclusive`: takes each flow whose condition holds; not structurable yet.
 */
export type Role = 'step' | 'guard' | 'choice' | 'race' | 'fork' | 'inclusive';

export interface Edge extends Way {
  readonly to: number;
}

interface Way {
  readonly flow?: Flow;
  readonly event?: BoundaryEvent;
  /** Of a choice: taken when no condition holds. Always the last. */
  readonly otherwise?: boolean;
}

/** Whether `b` holds exactly when `a` does not. */
export type Complementary = (a: Expression, b: Expression) => boolean;

/** A vertex before numbering. Guarded work with several ways to go on becomes two: the work, then the decision. */
interface Draft {
  readonly node: Node;
  readonly role: Role;
  readonly silent: boolean;
  readonly edges: readonly DraftEdge[];
}

interface DraftEdge extends Way {
  readonly to: string;
}

export function buildGraph(scope: Scope): Graph {
  const drafts = draftVertices(scope);
  const starts = scope.nodes
    .filter((node) => node.incoming.length === 0 && node.kind !== 'boundaryEvent')
    .sort(byId);
  const order = starts[0] ? reversePostorder(starts[0].id, drafts) : [];
  const numbers = new Map(order.map((key, number) => [key, number]));
  const number = (key: string) => numbers.get(key) as number;

  const predecessors: number[][] = order.map(() => []);
  const vertices = order.map((key, from): Vertex => {
    const draft = drafts.get(key) as Draft;
    const successors = draft.edges.map(({ to, ...edge }) => ({ to: number(to), ...edge }));
    for (const { to } of successors) predecessors[to]?.push(from);
    const { node, role, silent } = draft;
    return { node, role, silent, successors, predecessors: predecessors[from] as number[] };
  });
  const reached = new Set(vertices.map(({ node }) => node));
  return { vertices, starts, unreachable: scope.nodes.filter((node) => !reached.has(node)).sort(byId) };
}

function draftVertices(scope: Scope): Map<string, Draft> {
  const nodes = new Map(scope.nodes.map((node) => [node.id, node]));
  const flows = new Map(scope.flows.map((flow) => [flow.id, flow]));
  const drafts = new Map<string, Draft>();
  /** Every flow to an end event has a copy of it: paths that end in one place have nothing else in common. */
  const along = (flow: Flow): DraftEdge => {
    const target = nodes.get(flow.target) as Node;
    if (target.kind !== 'endEvent') return { to: flow.target, flow };
    const copy = `${flow.target} by ${flow.id}`; // no id has a blank in it
    drafts.set(copy, { node: target, role: 'step', silent: false, edges: [] });
    return { to: copy, flow };
  };
  for (const node of scope.nodes) {
    if (node.kind === 'endEvent' && node.incoming.length > 0) continue;
    const outgoing = node.outgoing.map((id) => flows.get(id) as Flow);
    const role = roleOf(node, outgoing);
    const edges = role === 'choice' ? choices(node, outgoing, along) : outgoing.map(along);
    const events = boundaryEventsOf(node, nodes).map((event) => ({ to: event.id, event }));
    if (events.length === 0) {
      drafts.set(node.id, { node, role, silent: false, edges });
    } else if (role === 'step') {
      drafts.set(node.id, { node, role: 'guard', silent: false, edges: [...edges, ...events] });
    } else {
      const decision = `${node.id} decision`;
      drafts.set(node.id, { node, role: 'guard', silent: false, edges: [{ to: decision }, ...events] });
      drafts.set(decision, { node, role, silent: true, edges });
    }
  }
  return drafts;
}

function boundaryEventsOf(node: Node, nodes: ReadonlyMap<string, Node>): BoundaryEvent[] {
  const ids = 'boundaryEvents' in node ? node.boundaryEvents : [];
  return ids.map((id) => nodes.get(id) as BoundaryEvent).sort(byId);
}

function roleOf(node: Node, outgoing: readonly Flow[]): Role {
  if (node.kind === 'eventBasedGateway') return outgoing.length > 1 ? 'race' : 'step';
  if (node.kind === 'parallelGateway') return outgoing.length > 1 ? 'fork' : 'step';
  const defaultFlow = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const conditional = outgoing.filter((flow) => flow.condition && flow.id !== defaultFlow).length;
  const unconditional = outgoing.filter((flow) => !flow.condition && flow.id !== defaultFlow).length;
  if (node.kind === 'exclusiveGateway') return conditional > 0 || unconditional > 1 ? 'choice' : 'step';
  if (conditional === 0) return unconditional > 1 ? 'fork' : 'step';
  // Several conditions may hold at once; one alone is a plain decision.
  return conditional === 1 && unconditional === 0 ? 'choice' : 'inclusive';
}

/** Without what is behind an unconditional flow: that one is always taken before. */
function choices(node: Node, outgoing: readonly Flow[], along: (flow: Flow) => DraftEdge): DraftEdge[] {
  const defaultFlow = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const tested = outgoing.filter((flow) => flow.id !== defaultFlow);
  const always = tested.findIndex((flow) => !flow.condition);
  const conditional = always < 0 ? tested : tested.slice(0, always);
  const otherwise = always < 0 ? outgoing.find((flow) => flow.id === defaultFlow) : tested[always];
  return [...conditional.map(along), ...(otherwise ? [{ ...along(otherwise), otherwise: true }] : [])];
}

/** Depth first, without recursion: a diagram may be one path of ten thousand elements. */
function reversePostorder(start: string, drafts: ReadonlyMap<string, Draft>): string[] {
  const seen = new Set([start]);
  const postorder: string[] = [];
  const stack = [{ key: start, next: drafts.get(start)?.edges.length ?? 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    // From the last edge to the first, so that in reverse postorder the first comes first.
    top.next -= 1;
    const target = drafts.get(top.key)?.edges[top.next]?.to;
    if (target === undefined) {
      postorder.push(top.key);
      stack.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      stack.push({ key: target, next: drafts.get(target)?.edges.length ?? 0 });
    }
  }
  return postorder.reverse();
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
