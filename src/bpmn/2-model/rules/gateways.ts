import { describe } from '../diagram';
import type { Rule } from './rule';

/** Whether the numbers of incoming and outgoing flows fit a `gatewayDirection`. */
const FITS: Readonly<Record<string, (incoming: number, outgoing: number) => boolean>> = {
  Converging: (_incoming, outgoing) => outgoing <= 1,
  Diverging: (incoming) => incoming <= 1,
  Mixed: (incoming, outgoing) => incoming > 1 && outgoing > 1,
};

/** A gateway joins or splits, in the direction that it is marked with. */
export const gateways: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const gateway of nodes.filter(({ type }) => document.isA(type, 'bpmn:Gateway'))) {
      const flows = {
        element: describe(gateway),
        incoming: diagram.incoming(gateway).length,
        outgoing: diagram.outgoing(gateway).length,
      };
      if (flows.incoming <= 1 && flows.outgoing <= 1) {
        reporter.report('gateway-useless', document.place.of(gateway), flows);
        continue;
      }
      const direction = gateway.attributes.get('gatewayDirection') ?? '';
      if (FITS[direction]?.(flows.incoming, flows.outgoing) !== false) continue;
      const where = document.place.attribute(gateway, 'gatewayDirection');
      reporter.report('gateway-direction', where, { ...flows, direction: direction.toLowerCase() });
    }
  }
};
