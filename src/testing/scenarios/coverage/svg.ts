import { drawDiagram } from '../../../bpmn/picture/draw-diagram';
import type { Look } from '../../../bpmn/picture/looks';

const REACHED: Look = { stroke: '#2e7d32', fill: '#e8f5e9' };
const MISSED: Look = { stroke: '#c62828', fill: '#ffebee', isDashed: true, note: 'never reached' };

/**
 * The diagram, drawn from its layout, with what was never reached in red and dashed.
 *
 * @param missed ids of elements and sequence flows
 * @returns undefined if the diagram has no layout
 */
export function coverageSvg(xml: string, missed: ReadonlySet<string>): Promise<string | undefined> {
  return drawDiagram(xml, (id) => (missed.has(id) ? MISSED : REACHED));
}
