import type { KnownNames } from '../../4-emit/expressions/feel-syntax';
import { BOOLEAN, NUMBER, STRING, type Type, UNKNOWN } from '../../4-emit/expressions/types';

export type Temporal = 'date' | 'time' | 'date and time' | 'duration';

/** What is known of a value. */
export interface ValueType {
  /** In TypeScript, without null. */
  readonly ts: string;
  /** As far as it is certain, or can be made so by a check. */
  readonly type: Type;
  /** Its text in variables is one of these in FEEL. */
  readonly temporal?: Temporal;
  /** Names of its properties. */
  readonly names: KnownNames;
}

export const ANYTHING: ValueType = { ts: 'unknown', type: UNKNOWN, names: {} };

const scalar = (ts: string, type: Type): ValueType => ({ ts, type, names: {} });
const text = (temporal: Temporal): ValueType => ({ ts: 'string', type: UNKNOWN, temporal, names: {} });

/** FEEL's own types, and those of Camunda 7. */
export const BUILT_IN: ReadonlyMap<string, ValueType> = new Map([
  ['string', scalar('string', STRING)],
  ...['number', 'integer', 'long', 'double', 'decimal'].map(
    (name) => [name, scalar('number', NUMBER)] as const,
  ),
  ['boolean', scalar('boolean', BOOLEAN)],
  ['date', text('date')],
  ['time', text('time')],
  ['dateTime', text('date and time')],
  ['date and time', text('date and time')],
  ...[
    'duration',
    'dayTimeDuration',
    'yearMonthDuration',
    'days and time duration',
    'years and months duration',
  ].map((name) => [name, text('duration')] as const),
  ['context', ANYTHING],
  ['list', ANYTHING],
]);

/** Two readings of one thing: what both know. */
export function betterOf(a: ValueType, b: ValueType): ValueType {
  return a.ts === 'unknown' && !a.temporal ? b : a;
}
