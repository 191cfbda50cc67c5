import type { ProcessSpec } from './process-contract';

/** What a contract calls an element; undefined if it has no name for it. */
export function elementName({ tasks, elements }: ProcessSpec, element: string): string | undefined {
  return tasks?.[element]?.name ?? elements?.[element]?.name;
}
