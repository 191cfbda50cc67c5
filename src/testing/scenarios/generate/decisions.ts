import type { Flow, Process, Scope } from '../../../bpmn/2-model/types';
import { testOf } from './conditions/read';
import type { Test } from './conditions/test';
import type { Way, Ways } from './ways';
import { elementOf } from './ways';

/** What must hold for a run to take a way. */
export interface Demand {
  readonly tests: readonly Test[];
  /** What of it is too much for us, as it is told to people. */
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

/** Of a way that nothing decides, nothing is demanded. */
export function demandOf(way: Way, ways: Ways, flows: ReadonlyMap<string, Flow>): Demand {
  const source = ways.nodes.get(elementOf(way.from));
  if (way.kind !== 'flow' || !source) return NOTHING;
  const siblings = source.outgoing.flatMap((id) => flows.get(id) ?? []);
  const own = siblings.find(({ id }) => id === way.goal);
  if (!own) return NOTHING;
  const isDefault = 'defaultFlow' in source && source.defaultFlow === own.id;
  const isFirstThatHolds = source.kind === 'exclusiveGateway' && !isDefault;
  const before = isFirstThatHolds ? siblings.slice(0, siblings.indexOf(own)) : isDefault ? siblings : [];
  const others = before.filter(({ id, condition }) => id !== own.id && condition);
  const demands = [
    ...(own.condition ? [{ flow: own, holds: true }] : []),
    ...others.map((flow) => ({ flow, holds: false })),
  ];
  const read = demands.map(({ flow, holds }) => {
    const test = flow.condition && testOf(flow.condition);
    return { flow, test: test && !holds ? ({ kind: 'not', of: test } as const) : test };
  });
  return {
    tests: read.flatMap(({ test }) => test ?? []),
    unreadable: read.flatMap(({ flow, test }) =>
      test ? [] : [`the condition of ${flow.id} (${flow.condition?.text ?? ''}) is no simple comparison`],
    ),
  };
}

const NOTHING: Demand = { tests: [], unreadable: [] };
