import { defined } from './defined';
import type { Side } from './listener-side';
import type { Listener } from './listeners';
import type { Around, Flow, Node, Scope } from './types';

/** The listeners of the elements of a scope, by the id of the element or flow that has them. */
export type ListenersOf = ReadonlyMap<string, readonly Listener[]>;

interface Step {
  readonly id: string;
  readonly listener: Listener;
  readonly owner: { readonly id: string; readonly name?: string };
}

/**
 * What listeners do as a part of their element; undefined if none of them does.
 *
 * @param owner - the element
 */
export function aroundOf(owner: Step['owner'], listeners: readonly Listener[]): Around | undefined {
  const steps = stepsOf(owner, listeners);
  const at = (side: keyof Around) =>
    Object.freeze(steps.filter(({ listener }) => listener.side === side).map(nodeOf));
  const around = { first: at('first'), next: at('next'), last: at('last') };
  return Object.values(around).some((nodes) => nodes.length > 0) ? Object.freeze(around) : undefined;
}

/** A node with what its listeners do as a part of it. */
export function withAround<N extends Node>(node: N, listeners: readonly Listener[]): N {
  const around = aroundOf(node, listeners);
  return around ? { ...node, around } : node;
}

/**
 * Makes steps of the other listeners: nodes of their own before or after their elements, in document order. Their ids have a colon
 * (`Task_1:start`), which no id of an XML file has.
 */
export function addListeners(
  { nodes, flows }: Pick<Scope, 'nodes' | 'flows'>,
  listeners: ListenersOf,
): Pick<Scope, 'nodes' | 'flows'> {
  if (listeners.size === 0) return { nodes, flows };
  const graph = { flows: [...flows] };
  const defaults = new Map(
    nodes.map((node) => [node.id, 'defaultFlow' in node ? node.defaultFlow : undefined]),
  );

  const added = new Map<string, { readonly before: Step[]; readonly after: Step[] }>();
  for (const node of nodes) {
    const steps = stepsOf(node, listeners.get(node.id) ?? []);
    const before = steps.filter(({ listener }) => listener.side === 'before');
    const after = steps
      .filter(({ listener }) => listener.side === 'after')
      .sort((a, b) => rank(a.listener) - rank(b.listener));
    insertBefore(node, before, graph);
    insertAfter(node, after, graph);
    const last = after.at(-1);
    if (last) {
      defaults.set(last.id, defaults.get(node.id));
      defaults.set(node.id, undefined);
    }
    added.set(node.id, { before, after });
  }
  const ofGateway = (flow: Flow, id: string, side: Side) => {
    const heard = (listeners.get(id) ?? []).filter((listener) => listener.side === side);
    const name = nodes.find((node) => node.id === id)?.name ?? id;
    return stepsOf({ id: flow.id, name }, heard);
  };
  const onFlows = flows.flatMap((flow) => {
    const steps = [
      ...ofGateway(flow, flow.source, 'outgoing'),
      ...stepsOf(flow, listeners.get(flow.id) ?? []),
      ...ofGateway(flow, flow.target, 'incoming'),
    ];
    insertOn(flow.id, steps, graph);
    return steps;
  });

  const connected = connector(graph.flows, defaults);
  return {
    nodes: Object.freeze([
      ...nodes.flatMap((node) => {
        const { before = [], after = [] } = added.get(node.id) ?? {};
        return [...before.map(nodeOf), node, ...after.map(nodeOf)].map(connected);
      }),
      ...onFlows.map(nodeOf).map(connected),
    ]),
    flows: Object.freeze(graph.flows),
  };
}

function stepsOf(owner: Step['owner'], listeners: readonly Listener[]): Step[] {
  const counts = new Map<string, number>();
  return listeners.map((listener) => {
    const count = (counts.get(listener.event) ?? 0) + 1;
    counts.set(listener.event, count);
    const id = `${owner.id}:${listener.event}${count === 1 ? '' : count}`;
    return { id, listener, owner };
  });
}

/** Behind an event-based gateway an event has come before it starts. */
function rank({ event }: Listener): number {
  return event === 'end' ? 1 : 0;
}

interface Graph {
  flows: Flow[];
}

/** What came to the node comes to the first step. */
function insertBefore(node: Node, steps: readonly Step[], graph: Graph): void {
  const [first] = steps;
  if (!first) return;
  graph.flows = graph.flows.map((flow) => (flow.target === node.id ? { ...flow, target: first.id } : flow));
  connect([...steps.map(({ id }) => id), node.id], node, graph);
}

/** What left the node leaves the last step. */
function insertAfter(node: Node, steps: readonly Step[], graph: Graph): void {
  const last = steps.at(-1);
  if (!last) return;
  graph.flows = graph.flows.map((flow) => (flow.source === node.id ? { ...flow, source: last.id } : flow));
  connect([node.id, ...steps.map(({ id }) => id)], node, graph);
}

function insertOn(id: string, steps: readonly Step[], graph: Graph): void {
  const flow = graph.flows.find((one) => one.id === id);
  const [first] = steps;
  if (!flow || !first) return;
  graph.flows = graph.flows.map((one) => (one.id === id ? { ...one, target: first.id } : one));
  connect([...steps.map((step) => step.id), flow.target], flow, graph);
}

function connect(ids: readonly string[], { position }: Pick<Flow, 'position'>, graph: Graph): void {
  for (const [i, target] of ids.slice(1).entries()) {
    const source = ids[i] ?? '';
    graph.flows.push({ id: `${source}:${target}`, source, target, position });
  }
}

/** A node with the flows that it has now. */
function connector(
  flows: readonly Flow[],
  defaults: ReadonlyMap<string, string | undefined>,
): (node: Node) => Node {
  const incoming = idsBy(flows, ({ target }) => target);
  const outgoing = idsBy(flows, ({ source }) => source);
  return (node) => {
    const base = {
      ...node,
      incoming: Object.freeze(incoming.get(node.id) ?? []),
      outgoing: Object.freeze(outgoing.get(node.id) ?? []),
    };
    return defined({ ...base, defaultFlow: defaults.get(node.id) }) as Node;
  };
}

function idsBy(flows: readonly Flow[], end: (flow: Flow) => string): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const flow of flows) ids.set(end(flow), [...(ids.get(end(flow)) ?? []), flow.id]);
  return ids;
}

function nodeOf({ id, listener, owner }: Step): Node {
  const { event, action, retries, position } = listener;
  const base = {
    id,
    name: `${owner.name ?? owner.id}: ${event} listener`,
    notes: [],
    position,
    incoming: [],
    outgoing: [],
    boundaryEvents: [],
    ...(retries !== undefined && { retries }),
  };
  if ('script' in action) return { kind: 'scriptTask', ...base, ...action };
  return { kind: 'serviceTask', ...base, ...action };
}
