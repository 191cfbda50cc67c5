/** A diagram in the making: what the generators draw, change, and write as XML. */
export interface Draft {
  readonly root: DraftScope;
  /** Numbers that were given to elements so far, by kind. */
  readonly counts: Map<string, number>;
}

export interface DraftScope {
  readonly nodes: DraftNode[];
  readonly flows: DraftFlow[];
}

export interface DraftNode {
  readonly id: string;
  kind: Kind;
  readonly name?: string;
  readonly inside?: DraftScope;
  /** Code of an error, ISO 8601 text of a timer. */
  readonly detail?: string;
  /** Of boundary events. */
  readonly on?: string;
  readonly interrupting?: boolean;
}

/** XML names, with the event definition where there is one. */
export type Kind =
  | 'startEvent'
  | 'endEvent'
  | 'endEvent error'
  | 'endEvent terminate'
  | 'intermediateCatchEvent timer'
  | 'boundaryEvent error'
  | 'boundaryEvent timer'
  | 'serviceTask'
  | 'task'
  | 'subProcess'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway';

export interface DraftFlow {
  readonly id: string;
  from: string;
  to: string;
  /** FEEL. */
  condition?: string;
  isDefault?: boolean;
}

const PREFIX: Readonly<Record<Kind, string>> = {
  startEvent: 'Start',
  endEvent: 'End',
  'endEvent error': 'End_Error',
  'endEvent terminate': 'End_Terminate',
  'intermediateCatchEvent timer': 'Wait',
  'boundaryEvent error': 'On_Error',
  'boundaryEvent timer': 'On_Time',
  serviceTask: 'Task',
  task: 'Pass',
  subProcess: 'Sub',
  exclusiveGateway: 'XOR',
  parallelGateway: 'AND',
  inclusiveGateway: 'OR',
};

export function emptyDraft(): Draft {
  return { root: { nodes: [], flows: [] }, counts: new Map() };
}

export function addNode(
  draft: Draft,
  scope: DraftScope,
  kind: Kind,
  more: Partial<DraftNode> = {},
): DraftNode {
  const node = { id: fresh(draft, PREFIX[kind]), kind, ...more };
  scope.nodes.push(node);
  return node;
}

export function addFlow(
  draft: Draft,
  scope: DraftScope,
  from: string,
  to: string,
  more: Partial<DraftFlow> = {},
): void {
  scope.flows.push({ id: fresh(draft, 'Flow'), from, to, ...more });
}

function fresh({ counts }: Draft, prefix: string): string {
  const n = (counts.get(prefix) ?? 0) + 1;
  counts.set(prefix, n);
  return `${prefix}_${n}`;
}

export function scopesOf(scope: DraftScope): DraftScope[] {
  return [scope, ...scope.nodes.flatMap(({ inside }) => (inside ? scopesOf(inside) : []))];
}
