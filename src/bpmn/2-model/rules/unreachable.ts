import { describe } from '../diagram';
import { reachable } from '../reachable';
import type { Rule } from './rule';

/** Every element can be reached. */
export const unreachable: Rule = (diagram, reporter) => {
  for (const container of diagram.containers) {
    const reached = reachable(container, diagram);
    if (reached.size === 0) continue; // a container without a start was reported as such
    for (const node of container.nodes) {
      if (reached.has(node)) continue;
      reporter.report('element-unreachable', diagram.document.place.of(node), { element: describe(node) });
    }
  }
};
