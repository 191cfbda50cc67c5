/**
 * The result of an activity that takes time. Skipped time stands still while an activity runs, so the activity returns
 * at once and says how long it takes; the workflow's side waits (see interceptors.ts).
 */
export interface Timed {
  readonly conformanceTakes: number;
  readonly value: unknown;
}

/** @param milliseconds virtual time */
export function takes(milliseconds: number, value: unknown): Timed {
  return { conformanceTakes: milliseconds, value };
}

export function isTimed(result: unknown): result is Timed {
  return typeof result === 'object' && result !== null && 'conformanceTakes' in result;
}
