import type { ElementProgress, Progress } from '../shared/wire';
import { diagramGraph, type DiagramGraph, type GraphElement, type GraphFlow } from './diagram-graph';
import { drawDiagram } from './picture/draw-diagram';
import type { Look } from './picture/looks';
import { takenFlows } from './taken-flows';

/** An element that a run has come by. */
export interface ElementState
  extends Pick<GraphElement, 'id' | 'name' | 'kind'>, Pick<ElementProgress, Count> {
  /** `incident`: it stands there until somebody has dealt with a failure; `active`: it is under way. */
  readonly state: 'incident' | 'active' | 'past';
  readonly firstEnteredAt?: string;
  readonly lastChangedAt?: string;
}

type Count = 'entered' | 'completed' | 'cancelled' | 'failed';

/** A sequence flow that a run has taken. */
export interface FlowState extends Pick<GraphFlow, 'id' | 'name' | 'source' | 'target'> {
  /** How often. */
  readonly taken: number;
  /** The run does not tell it apart from others, see `takenFlows`. */
  readonly isUnsure: boolean;
}

/** Where a run is in its diagram, and has been. */
export interface DiagramProgress {
  /** In the order in which they were entered first; those that wait for their turn behind them. */
  readonly elements: readonly ElementState[];
  /** In the order of the diagram. */
  readonly flows: readonly FlowState[];
}

/**
 * The progress of a run on its diagram: elements with counts and times, and the sequence flows that it has taken. Nothing of
 * it costs events of the history.
 *
 * @param process - id of the process in the diagram that it is a run of
 * @param progress - `await run.progress()`, also of a run that has ended
 * @example
 * const { elements, flows } = diagramProgress({ file: 'order.bpmn', xml }, 'Order', await run.progress());
 */
export function diagramProgress(
  source: { readonly file: string; readonly xml: string },
  process: string,
  progress: Progress,
): DiagramProgress {
  const graph = ofProcess(diagramGraph(source), process);
  const { taken, unsure } = takenFlows(graph, progress);
  const elements = graph.elements.flatMap((element) => stateOf(element, progress) ?? []);
  const flows = graph.flows.flatMap(({ id, name, source: from, target }) => {
    const isUnsure = unsure.includes(id);
    const count = taken[id] ?? 0;
    if (count === 0 && !isUnsure) return [];
    return { id, ...(name !== undefined && { name }), source: from, target, taken: count, isUnsure };
  });
  const order = ({ firstEnteredAt = '~' }: ElementState) => firstEnteredAt;
  return {
    elements: elements.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
    flows,
  };
}

/**
 * The diagram as SVG, with the progress of a run drawn on it; undefined if it has no layout.
 *
 * @example
 * const svg = await drawProgress(xml, diagramProgress({ file: 'order.bpmn', xml }, 'Order', await run.progress()));
 */
export function drawProgress(xml: string, { elements, flows }: DiagramProgress): Promise<string | undefined> {
  return drawDiagram(xml, looks(elements, flows));
}

/** Other pools are other runs. */
function ofProcess(graph: DiagramGraph, process: string): DiagramGraph {
  const isIn = (one: { readonly process: string }) => one.process === process;
  const elements = graph.elements.filter(isIn);
  const flows = graph.flows.filter(isIn);
  return { ...graph, elements, flows };
}

function stateOf(
  { id, name, kind }: GraphElement,
  { elements, active, incidents }: Progress,
): ElementState | undefined {
  const known = elements[id];
  const isActive = active.includes(id);
  if (!known && !isActive) return undefined;
  const nothing = { entered: 0, completed: 0, cancelled: 0, failed: 0 };
  const state = incidents.includes(id) ? 'incident' : isActive ? 'active' : 'past';
  return { id, ...(name !== undefined && { name }), kind, state, ...nothing, ...known };
}

const NEVER: Look = { stroke: '#9e9e9e', fill: '#fafafa' };
const LOOKS: Readonly<Record<ElementState['state'], Look>> = {
  past: { stroke: '#2e7d32', fill: '#e8f5e9' },
  active: { stroke: '#1565c0', fill: '#e3f2fd' },
  incident: { stroke: '#c62828', fill: '#ffebee' },
};

function looks(elements: readonly ElementState[], flows: readonly FlowState[]): (id: string) => Look {
  const all = new Map<string, Look>([
    // Runs do not record gateways.
    ...flows.flatMap(({ source, target }) => [source, target].map((id) => [id, LOOKS.past] as const)),
    ...elements.map(({ id, state, ...counts }) => [id, { ...LOOKS[state], note: countsOf(counts) }] as const),
    ...flows.map(
      ({ id, taken, isUnsure }) =>
        [id, { ...LOOKS.past, isDashed: isUnsure, note: isUnsure ? 'perhaps taken' : times(taken) }] as const,
    ),
  ]);
  return (id) => all.get(id) ?? NEVER;
}

function countsOf({ entered, completed, cancelled, failed }: Pick<ElementState, Count>): string {
  const counts = Object.entries({ completed, cancelled, failed }).filter(([, count]) => count > 0);
  return [`entered ${times(entered)}`, ...counts.map(([what, count]) => `${what} ${times(count)}`)].join(
    ', ',
  );
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
