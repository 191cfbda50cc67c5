import type { Node } from '../2-model/types';
import { call, quote } from './doc';
import type { Emission } from './emission';
import type { Step } from './step';
import { passTask } from './steps/pass-task';
import { scriptTask } from './steps/script-task';
import { serviceTask } from './steps/service-task';
import { userTask } from './steps/user-task';
import { timer } from './timers';

type Emit<N extends Node> = (node: N, emission: Emission) => Step | undefined;
type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** Undefined for what is control flow, or nothing at all. A kind that is forgotten here does not compile. */
const EMIT: { readonly [Kind in Node['kind']]: Emit<NodeOf<Kind>> } = {
  serviceTask,
  sendTask: serviceTask,
  businessRuleTask: serviceTask,
  scriptTask,
  userTask,
  task: passTask,
  manualTask: passTask,
  intermediateThrowEvent: pass,
  intermediateCatchEvent: ({ id, trigger }, emission) => ({
    call: call(emission.uses.use('wait'), quote(id), timer(trigger, id, emission)),
    awaited: true,
  }),
  subProcess: nothing,
  exclusiveGateway: nothing,
  parallelGateway: nothing,
  startEvent: nothing,
  endEvent: nothing,
  boundaryEvent: nothing,
};

export function stepOf(node: Node, emission: Emission): Step | undefined {
  return (EMIT[node.kind] as Emit<Node>)(node, emission);
}

function nothing(): undefined {
  return undefined;
}

function pass({ id }: Node, { uses }: Emission): Step {
  return { call: call(uses.use('pass'), quote(id)), awaited: false };
}
