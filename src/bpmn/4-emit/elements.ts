import type { Node } from '../2-model/types';
import { call, quote } from './doc';
import type { Emission } from './emission';
import type { Step } from './step';
import { callActivity } from './steps/call-activity';
import { catchEvent, intermediateThrowEvent, throwEvent } from './steps/events';
import { passTask } from './steps/pass-task';
import { scriptTask } from './steps/script-task';
import { serviceTask } from './steps/service-task';
import { userTask } from './steps/user-task';

type Emit<N extends Node> = (node: N, emission: Emission) => Step | undefined;
type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** Undefined for what is control flow, or nothing at all. A kind that is forgotten here does not compile. */
const EMIT: { readonly [Kind in Node['kind']]: Emit<NodeOf<Kind>> } = {
  serviceTask,
  sendTask: (node, emission) =>
    'trigger' in node ? throwEvent(node, emission) : serviceTask(node, emission),
  receiveTask: catchEvent,
  businessRuleTask: serviceTask,
  scriptTask,
  userTask,
  task: passTask,
  manualTask: passTask,
  intermediateThrowEvent,
  linkEvent: ({ id }, { uses }) => ({ call: call(uses.use('pass'), quote(id)), awaited: false }),
  intermediateCatchEvent: catchEvent,
  callActivity,
  subProcess: nothing,
  exclusiveGateway: nothing,
  eventBasedGateway: nothing,
  complexGateway: nothing,
  inclusiveGateway: nothing,
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
