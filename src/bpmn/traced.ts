import type { Flow, Node, PassTask, Process, Scope } from './2-model/types';

/**
 * A process whose run also records the sequence flows that it takes: in the middle of each flow stands a task that does
 * nothing, with the flow's id. That is for tests, which tell by it which gateways and flows a run has passed.
 *
 * The flow itself keeps its condition and leads to that task; what leads on has an id that no XML file can have. Flows out
 * of event-based gateways stay as they are, because only events may follow there, and tell by themselves.
 */
export function traced(process: Process): Process {
  return { ...process, ...tracedScope(process) };
}

function tracedScope<S extends Scope>(scope: S): S {
  const waiting = new Set(scope.nodes.filter(({ kind }) => kind === 'eventBasedGateway').map(({ id }) => id));
  const cut = new Set(scope.flows.filter(({ source }) => !waiting.has(source)).map(({ id }) => id));
  const flows = scope.flows.flatMap((flow) => (cut.has(flow.id) ? halves(flow) : [flow]));
  const marks = scope.flows.filter(({ id }) => cut.has(id)).map(mark);
  const nodes = scope.nodes.map((node) => tracedInside(withIncoming(node, cut)));
  return {
    ...scope,
    nodes: [...nodes, ...marks],
    flows,
    ...(scope.eventSubProcesses && { eventSubProcesses: scope.eventSubProcesses.map(tracedInside) }),
  };
}

/** The second half of a flow. */
function rest(id: string): string {
  return `${id}:rest`;
}

function halves(flow: Flow): readonly Flow[] {
  const { id, source, target, position } = flow;
  return [
    { ...flow, source, target: id },
    { id: rest(id), source: id, target, position },
  ];
}

function mark({ id, position }: Flow): PassTask {
  return {
    kind: 'task',
    id,
    notes: [],
    position,
    incoming: [id],
    outgoing: [rest(id)],
    boundaryEvents: [],
  };
}

/** Start events stay what they are: event sub-processes name theirs. */
function withIncoming(node: Node, cut: ReadonlySet<string>): Node {
  if (!node.incoming.some((id) => cut.has(id))) return node;
  return { ...node, incoming: node.incoming.map((id) => (cut.has(id) ? rest(id) : id)) };
}

function tracedInside<N extends object>(node: N): N {
  return 'scope' in node ? { ...node, scope: tracedScope(node.scope as Scope) } : node;
}
