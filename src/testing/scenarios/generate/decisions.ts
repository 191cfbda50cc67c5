import type { Flow, Process, Scope } from '../../../bpmn/2-model/types';
import type { Expression } from '../../../bpmn/2-model/value-types';
import { testOf } from './conditions/read';
import { holds, pathsIn, type Test } from './conditions/test';
import type { Way, Ways } from './ways';
import { elementOf } from './ways';

/** What must hold for a run to take a way. */
export interface Demand {
  readonly tests: readonly Test[];
  /** What of it cannot be, or is too much for us, as it is told to people. */
  readonly unreadable: readonly string[];
}

/** Flows by their ids, of all scopes of a process. */
export function flowsOf(process: Process, ways: Ways): ReadonlyMap<string, Flow> {
  const flows = new Map<string, Flow>();
  const add = (scope: Scope) => scope.flows.forEach((flow) => flows.set(flow.id, flow));
  add(process);
  for (const node of ways.nodes.values()) if (node.kind === 'subProcess') add(node.scope);
  return flows;
}

/**
 * Of a way that nothing decides, nothing is demanded. Ad-hoc sub-processes with a condition are left when it holds as an
 * activity ends.
 */
export function demandOf(way: Way, ways: Ways, flows: ReadonlyMap<string, Flow>): Demand {
  const source = ways.nodes.get(elementOf(way.from));
  const left = way.kind === 'leave' ? ways.nodes.get(elementOf(way.to)) : undefined;
  const end = left?.kind === 'subProcess' ? left.adHoc?.completionCondition : undefined;
  if (left && end) return demandFor([wanted(left, end, true)]);
  if (way.kind !== 'flow' || !source) return NOTHING;
  const siblings = source.outgoing.flatMap((id) => flows.get(id) ?? []);
  const own = siblings.find(({ id }) => id === way.goal);
  if (!own) return NOTHING;
  const isDefault = 'defaultFlow' in source && source.defaultFlow === own.id;
  const isFirstThatHolds = source.kind === 'exclusiveGateway' && !isDefault;
  const before = isFirstThatHolds ? siblings.slice(0, siblings.indexOf(own)) : isDefault ? siblings : [];
  const others = before.filter(({ id }) => id !== own.id);
  const read = [
    ...(own.condition ? [wanted(own, own.condition, true)] : []),
    ...others.map((flow) => (flow.condition ? wanted(flow, flow.condition, false) : always(flow))),
  ];
  return demandFor(read);
}

function demandFor(wanted: readonly (Test | string)[]): Demand {
  return {
    tests: wanted.filter((one) => typeof one !== 'string'),
    unreadable: wanted.filter((one) => typeof one === 'string'),
  };
}

/** What must be true for a condition to hold, or not to; else why nothing can be done for it. */
function wanted({ id }: { readonly id: string }, condition: Expression, should: boolean): Test | string {
  const test = testOf(condition, id);
  if (!test) return `the condition of ${id} (${condition.text}) is no simple comparison`;
  if (pathsIn(test).length === 0 && holds(test, new Map()) !== should)
    return `the condition of ${id} (${condition.text}) is always ${String(!should)}`;
  return should ? test : { kind: 'not', of: test };
}

function always({ id }: Flow): string {
  return `${id} comes before, and has no condition`;
}

const NOTHING: Demand = { tests: [], unreadable: [] };
