import { resolve } from '../../1-parse/resolve';
import { type XmlElement, childrenOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import { relatedTo } from '../related';
import type { Rule } from './rule';

const DIRECTIONS = ['incoming', 'outgoing'] as const;

/**
 * Elements list their flows (`<incoming>`, `<outgoing>`), all of them and no others. Many tools leave the lists out
 * altogether, which is fine: the flows themselves say where they lead.
 */
export const flowLists: Rule = (diagram, reporter) => {
  const { document } = diagram;
  const nodes = diagram.containers.flatMap((container) => container.nodes);
  const areWritten = nodes.some((node) => DIRECTIONS.some((direction) => listOf(node, direction).length > 0));
  if (!areWritten) return;
  for (const node of nodes) {
    for (const direction of DIRECTIONS) {
      const flows = new Set(diagram[direction](node));
      const items = listOf(node, direction).map((item) => ({
        item,
        flow: resolve(document, item, item.text),
      }));
      const listed = new Set(items.map(({ flow }) => flow));
      for (const flow of flows) {
        if (listed.has(flow)) continue;
        const parameters = { element: describe(node), direction, flow: describe(flow) };
        const related = relatedTo([flow], diagram);
        reporter.report('flow-not-listed', document.place.of(node), parameters, { related });
      }
      for (const { item, flow } of items) {
        if (!flow || flows.has(flow)) continue; // one that does not exist was reported in phase 1
        const parameters = { element: describe(node), direction, flow: describe(flow) };
        const related = relatedTo([flow], diagram);
        reporter.report('flow-listed-elsewhere', document.place.text(item), parameters, { related });
      }
    }
  }
};

function listOf(node: XmlElement, direction: (typeof DIRECTIONS)[number]): readonly XmlElement[] {
  return childrenOf(node, `bpmn:${direction}`);
}
