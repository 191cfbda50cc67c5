import type { OpenVariables } from '../shared/process-contract';
import type { ChangedValue } from './after-changes';

/**
 * A moment (`Date`, ISO 8601 date), a time from now (milliseconds, ISO 8601 duration such as `P7D`, or what Temporal's
 * `sleep` takes, such as `7 days`), or a repetition (`R3/PT1H`, `0 7 * * MON-FRI`). In UTC, unless it names a time zone:
 * `2030-01-31T09:00[Europe/Berlin]`, `CRON_TZ=Europe/Berlin 0 7 * * *`.
 */
export type TimerSpec = Date | number | string;

export interface TimerTrigger {
  readonly kind: 'timer';
  readonly spec: TimerSpec;
}

export interface MessageTrigger<Payload = unknown> {
  readonly kind: 'message';
  readonly name: string;
  /** A text or number; anything else is refused when it is armed. */
  readonly key?: unknown;
  /** Also one that is published by name and key. */
  readonly published?: boolean;
  /** Types only. */
  readonly _payload?: Payload;
}

export interface SignalTrigger {
  readonly kind: 'signal';
  readonly name: string;
  /** Types only. */
  readonly _payload?: OpenVariables;
}

export interface ConditionTrigger {
  readonly kind: 'condition';
  readonly holds: () => boolean;
  /** After the first time it is asked only when this has changed. */
  readonly changed?: ChangedValue;
}

/** Several triggers as one. */
export interface CompositeTrigger {
  readonly kind: 'anyOf' | 'allOf';
  readonly triggers: readonly Trigger[];
  /** Types only. */
  readonly _payload?: OpenVariables;
}

/** Something a run can wait for. */
export type Trigger<Payload = unknown> =
  TimerTrigger | MessageTrigger<Payload> | SignalTrigger | ConditionTrigger | CompositeTrigger;

/**
 * A trigger, or a function that makes it when it is armed: so that, where the process asks for incidents, a retry makes it
 * anew, with the variables as they are then.
 *
 * @example
 * await wait('Event_Restocked', () => published('Restocked', vars.sku));
 */
export type Lazily<T> = T | (() => T | Promise<T>);

/** The trigger itself. */
export type Made<T> = T extends () => infer Given ? Awaited<Given> : T;

/** What comes with an event; nothing with timers and conditions. */
export type PayloadOf<T> = T extends { readonly kind: 'timer' | 'condition' }
  ? undefined
  : T extends { readonly _payload?: infer Payload }
    ? Payload
    : undefined;

/**
 * Fires at a time or after one. Temporal calls, when waited for: `sleep`.
 *
 * @example
 * await wait('Event_Cooling', timer('PT15M'));
 */
export function timer(spec: TimerSpec): TimerTrigger {
  return { kind: 'timer', spec };
}

/**
 * Fires when `holds()` becomes true, also if it is so at once. It is asked before every step of the run and whenever the
 * run has come to rest; nothing is polled. Temporal calls, when waited for: `condition`.
 *
 * @param changed - after the first time it is asked only when this value has changed
 * @example
 * await wait('Event_Paid', until(() => vars.paid >= vars.total));
 */
export function until(holds: () => boolean, changed?: ChangedValue): ConditionTrigger {
  return { kind: 'condition', holds, ...(changed && { changed }) };
}

/**
 * Fires when the signal is broadcast while it is waited for: by this run, by another one of the deployment, or by a
 * client. Signals are not kept.
 *
 * @example
 * await wait('Event_PricesChanged', signal('Prices changed'));
 */
export function signal(name: string): SignalTrigger {
  return { kind: 'signal', name };
}

/** Fires when one of the triggers does, and brings what that one brings. */
export function anyOf(...triggers: readonly Trigger[]): CompositeTrigger {
  return { kind: 'anyOf', triggers };
}

/** Fires when all of the triggers have fired, in whatever order, and brings what they bring in one object. */
export function allOf(...triggers: readonly Trigger[]): CompositeTrigger {
  return { kind: 'allOf', triggers };
}
