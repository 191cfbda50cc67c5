import type { Node } from './types';

const INSTANT: ReadonlySet<Node['kind']> = new Set([
  'boundaryEvent',
  'complexGateway',
  'exclusiveGateway',
  'inclusiveGateway',
  'linkEvent',
  'manualTask',
  'parallelGateway',
  'startEvent',
  'task',
] as const);

/** Whether a path passes a node in no time, so that a run's history does not show it. */
export function isInstant({ kind }: Node): boolean {
  return INSTANT.has(kind);
}
