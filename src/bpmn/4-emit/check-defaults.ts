import type { Flow, Node, Scope } from '../2-model/types';
import { label } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';
import type { Emission } from './emission';
import { complementary } from './expressions';

/** What takes just the flows whose conditions hold. Kinds that the model does not have yet do no harm. */
const DECIDES: ReadonlySet<string> = new Set(['complexGateway', 'exclusiveGateway', 'inclusiveGateway']);

/**
 * Warns of decisions that may find no flow to take: there is no default, and the conditions are not each other's
 * opposite. Where a flow has no condition, it is taken, and a rule warns of that.
 */
export function checkDefaults({ process, reporter }: Emission): void {
  checkScope(process, reporter);
}

function checkScope({ nodes, flows }: Scope, reporter: Reporter): void {
  const flowById = new Map(flows.map((flow) => [flow.id, flow]));
  for (const node of nodes) {
    const { id, name, kind, position, outgoing } = node;
    if (node.kind === 'subProcess') checkScope(node.scope, reporter);
    if (!decides(node) || !mayFindNone(outgoing.flatMap((flow) => flowById.get(flow) ?? []))) continue;
    reporter.report('gateway-no-default', { element: id, position }, { element: label(kind, name, id) });
  }
}

/** An activity with conditions on all its flows decides like an inclusive gateway. */
function decides(node: Node): boolean {
  if ('defaultFlow' in node && node.defaultFlow !== undefined) return false;
  return DECIDES.has(node.kind) || 'boundaryEvents' in node;
}

function mayFindNone(flows: readonly Flow[]): boolean {
  if (flows.length < 2) return false;
  const conditions = flows.flatMap(({ condition }) => condition ?? []);
  if (conditions.length < flows.length) return false;
  const [first, second, ...more] = conditions;
  return !(first && second && more.length === 0 && complementary(first, second));
}
