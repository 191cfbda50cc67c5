import { describe } from '../diagram';
import type { Rule } from './rule';

/** Every sequence flow has two ends, both in the process or sub-process that the flow is in. */
export const flowEnds: Rule = ({ containers, document, referred }, reporter) => {
  for (const { flows } of containers) {
    for (const flow of flows) {
      for (const attribute of ['sourceRef', 'targetRef']) {
        if (flow.attributes.get(attribute)?.trim()) continue; // one that leads nowhere was reported in phase 1
        reporter.report('flow-end-missing', document.place.of(flow), { element: describe(flow), attribute });
      }
      const source = referred(flow, 'sourceRef');
      const target = referred(flow, 'targetRef');
      if (!source || !target || (source.parent === flow.parent && target.parent === flow.parent)) continue;
      reporter.report('flow-crosses-scope', document.place.of(flow), {
        element: describe(flow),
        source: describe(source),
        target: describe(target),
      });
    }
  }
};
