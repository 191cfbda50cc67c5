import type { Run } from './run';

/** What comes with an event that no code asks for the payload of: a record's fields become variables. */
export function mergePayload({ vars }: Run, payload: unknown): void {
  if (typeof payload === 'object' && payload !== null && !Array.isArray(payload))
    Object.assign(vars, payload);
}
