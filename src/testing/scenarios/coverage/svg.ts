import type { DiagramGraph } from '../../../bpmn/diagram-graph';
import { diagramSvg, type Look } from '../../../bpmn/diagram-svg';

const REACHED: Look = { stroke: '#2e7d32', fill: '#e8f5e9' };
const MISSED: Look = { stroke: '#c62828', fill: '#ffebee', isDashed: true, note: 'never reached' };

/**
 * The diagram, drawn from its layout, with what was never reached in red and dashed.
 *
 * @param missed ids of elements and sequence flows
 * @returns undefined if the diagram has no layout
 */
export function coverageSvg(graph: DiagramGraph, missed: ReadonlySet<string>): string | undefined {
  return diagramSvg(graph, (id) => (missed.has(id) ? MISSED : REACHED));
}
