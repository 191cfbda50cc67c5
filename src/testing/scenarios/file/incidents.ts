import type { Scenario } from './schema';

/** Whether technical failures stop the runs of a scenario, though nothing else asks for it. */
export function speaksOfIncidents({ when = [], then = {} }: Scenario): boolean {
  return then.incidents !== undefined || when.some(({ resolve }) => resolve !== undefined);
}
