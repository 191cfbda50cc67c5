import { describe } from '../diagram';
import type { Rule } from './rule';

/** A default flow leaves the element that it is the default of. */
export const defaultFlow: Rule = ({ containers, document, outgoing, referred }, reporter) => {
  for (const { nodes } of containers) {
    for (const node of nodes) {
      const flow = referred(node, 'default');
      if (!flow || outgoing(node).includes(flow)) continue;
      const parameters = { element: describe(node), flow: node.attributes.get('default') ?? '' };
      reporter.report('default-flow-foreign', document.place.attribute(node, 'default'), parameters);
    }
  }
};
