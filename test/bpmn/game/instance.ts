import { isDeepStrictEqual } from 'node:util';
import type { Node, Scope } from '../../../src/bpmn/2-model/types';
import { flowsAhead, waysOut } from './flow-graph';

/** One run of a process or sub-process. */
export interface Instance {
  readonly scope: Scope;
  readonly parent: Activity | undefined;
  /** Tokens that wait at joins, by the flow they are on. */
  readonly waiting: Map<string, number>;
  readonly running: Set<Activity>;
  /** Tokens on the move. */
  moving: number;
  /** Interrupted, or over. */
  dead: boolean;
}

export interface Activity {
  readonly node: Node;
  readonly instance: Instance;
  inner?: Instance;
  /** Firings that are left of its timers: its own (an event), or those of its boundary events. */
  readonly timers: Map<string, number>;
}

/** Whether nothing will ever tell them apart. */
export function areAlike(a: Activity, b: Activity): boolean {
  const isSame = a.instance === b.instance && a.node === b.node && !a.inner;
  return isSame && isDeepStrictEqual(a.timers, b.timers);
}

/** The tasks under way in an activity that is over now. */
export function tasksIn({ node, inner }: Activity): string[] {
  if (!inner) return [node.id];
  inner.dead = true;
  return [...inner.running].flatMap(tasksIn);
}

/** Whether every token that could still reach an empty flow into the join could as well reach one where a token waits. */
export function isReady({ scope, waiting, running }: Instance, join: Node): boolean {
  const isFilled = (id: string) => waiting.has(id);
  if (!join.incoming.some(isFilled)) return false;
  const tokens = [
    ...[...waiting.keys()].filter((id) => !join.incoming.includes(id)).map((id) => [id]),
    ...[...running].map(({ node }) => waysOut(scope, node)),
  ];
  return tokens.every((flows) => {
    const reached = flowsAhead(scope, flows, join);
    return reached.every(isFilled) || reached.some(isFilled);
  });
}

export function add(counts: Map<string, number>, key: string, n: number): void {
  const sum = (counts.get(key) ?? 0) + n;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}
