import type { BoundaryEvent, Flow, Node, Scope } from '../../../src/bpmn/2-model/types';
import type { Expression } from '../../../src/bpmn/2-model/value-types';

export function nodeOf(scope: Scope, id: string): Node {
  return scope.nodes.find((node) => node.id === id)!;
}

export function flowsOf(scope: Scope, ids: readonly string[]): Flow[] {
  return ids.map((id) => scope.flows.find((flow) => flow.id === id)!);
}

/** What somebody outside does. */
export function isWork({ kind }: Node): boolean {
  return ['serviceTask', 'sendTask', 'businessRuleTask', 'userTask'].includes(kind);
}

export function boundaryEventsOf(scope: Scope, node: Node): BoundaryEvent[] {
  const ids = 'boundaryEvents' in node ? node.boundaryEvents : [];
  return ids.map((id) => nodeOf(scope, id) as BoundaryEvent);
}

export function firingsOf({ trigger, interrupting }: BoundaryEvent): number {
  const times = trigger.kind === 'timer' ? /^R(\d+)\//.exec(trigger.value.text)?.[1] : undefined;
  return interrupting || times === undefined ? 1 : Number(times);
}

/** Flows that a token leaves by; undefined if there are flows but none can be taken. */
export function flowsTaken(
  scope: Scope,
  node: Node,
  isTrue: (condition: Expression) => boolean,
): readonly Flow[] | undefined {
  const outgoing = flowsOf(scope, node.outgoing);
  if (node.kind === 'parallelGateway') return outgoing;
  const defaultFlow = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const others = outgoing.filter(({ id }) => id !== defaultFlow);
  const byDefault = outgoing.filter(({ id }) => id === defaultFlow);
  const holds = ({ condition }: Flow) => !condition || isTrue(condition);
  if (node.kind === 'exclusiveGateway') {
    const first = others.find(holds) ?? byDefault[0];
    return first || outgoing.length === 0 ? outgoing.filter((flow) => flow === first) : undefined;
  }
  const isConditional = others.some((flow) => flow.condition && holds(flow));
  const taken = [...others.filter(holds), ...(isConditional ? [] : byDefault)];
  return taken.length > 0 || outgoing.length === 0 ? taken : undefined;
}

/** Flows that a token in a node can leave by. */
export function waysOut(scope: Scope, node: Node): string[] {
  return [node, ...boundaryEventsOf(scope, node)].flatMap(({ outgoing }) => outgoing);
}

/** Which flows into `join` a token that leaves by one of `flows` could get to, without passing `join` itself. */
export function flowsAhead(scope: Scope, flows: readonly string[], join: Node): string[] {
  const ahead = new Set(flows);
  for (const flow of ahead) {
    const node = nodeOf(scope, flowsOf(scope, [flow])[0]!.target);
    if (node !== join) for (const next of waysOut(scope, node)) ahead.add(next);
  }
  return join.incoming.filter((id) => ahead.has(id));
}
