import type { Flow, Node, Scope } from '../2-model/types';
import { label } from '../diagnostics/label';
import type { Emission } from './emission';
import { complementary } from './expressions';

/** What takes just the flows whose conditions hold. Kinds that the model does not have yet do no harm. */
const DECIDES: ReadonlySet<string> = new Set(['exclusiveGateway', 'inclusiveGateway']);

/**
 * Warns of decisions that may find no flow to take: there is no default, and the conditions are not each other's
 * opposite. Where a flow has no condition, it is taken, and a rule warns of that.
 */
export function checkDefaults({ process, reporter }: Emission): void {
  for (const { scope, node } of decisionsIn(process)) {
    const { id, name, kind, position, outgoing } = node;
    const flows = scope.flows.filter((flow) => outgoing.includes(flow.id));
    if (!mayFindNone(flows)) continue;
    reporter.report('gateway-no-default', { element: id, position }, { element: label(kind, name, id) });
  }
}

function* decisionsIn(scope: Scope): Generator<{ scope: Scope; node: Node }> {
  for (const node of scope.nodes) {
    if (node.kind === 'subProcess') yield* decisionsIn(node.scope);
    const decides = DECIDES.has(node.kind) && node.outgoing.length > 1;
    // an activity with conditions on all its flows decides like an inclusive gateway
    if ((decides || 'boundaryEvents' in node) && !('defaultFlow' in node && node.defaultFlow))
      yield { scope, node };
  }
}

function mayFindNone(flows: readonly Flow[]): boolean {
  if (flows.length < 2) return false;
  const conditions = flows.flatMap(({ condition }) => condition ?? []);
  if (conditions.length < flows.length) return false;
  const [first, second, ...more] = conditions;
  return !(first && second && more.length === 0 && complementary(first, second));
}
