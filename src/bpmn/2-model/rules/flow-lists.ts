import { localName } from '../../1-parse/namespaces';
import { childrenOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/**
 * Elements that list their flows (`<incoming>`, `<outgoing>`) list them all. Many tools leave the lists out, which is
 * fine: the flows themselves say where they lead.
 */
export const flowLists: Rule = (diagram, reporter) => {
  for (const { nodes } of diagram.containers) {
    for (const node of nodes) {
      for (const direction of ['incoming', 'outgoing'] as const) {
        const listed = new Set(childrenOf(node, `bpmn:${direction}`).map(({ text }) => localName(text)));
        if (listed.size === 0) continue;
        for (const flow of diagram[direction](node)) {
          const id = flow.attributes.get('id');
          if (id === undefined || listed.has(id)) continue;
          const parameters = { element: describe(node), direction, flow: describe(flow) };
          reporter.report('flow-not-listed', diagram.document.place.of(node), parameters);
        }
      }
    }
  }
};
