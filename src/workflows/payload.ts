import type { Run } from './run';
import { takerOf } from './taking';
import { variablesAround } from './variables-around';

/**
 * What becomes of that which comes with an event: what its trigger says, else a record's fields become variables.
 *
 * @param vars - those around what the event is on
 */
export function takePayload(trigger: object, payload: unknown, vars: object): void {
  const taken = takerOf(trigger);
  if (taken) taken(payload);
  else if (typeof payload === 'object' && payload !== null && !Array.isArray(payload))
    Object.assign(vars, payload);
}

/** The variables that code here reads and writes. */
export function variablesHere({ vars }: Run): object {
  return variablesAround() ?? vars;
}
