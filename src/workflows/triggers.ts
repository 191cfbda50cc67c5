import type { ApplicationFailure, Duration } from '@temporalio/common';
import { msToNumber } from '@temporalio/common/lib/time';
import {
  addIsoDuration,
  parseIsoCycle,
  parseIsoDate,
  parseIsoDuration,
  type IsoCycle,
} from '../shared/durations';
import { FailureType } from '../shared/errors';
import type { OpenVariables } from '../shared/process-contract';
import { failure } from './failures';

/**
 * A moment (`Date`, ISO 8601 date), a time from now (milliseconds, ISO 8601 duration such as `P7D`, or what Temporal's
 * `sleep` takes, such as `7 days`), or a repetition (`R3/PT1H`). Everything in UTC.
 */
export type TimerSpec = Date | number | string;

export interface TimerTrigger {
  readonly kind: 'timer';
  readonly spec: TimerSpec;
}

export interface MessageTrigger<Payload = unknown> {
  readonly kind: 'message';
  readonly name: string;
  readonly key?: string;
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
 * @example
 * await wait('Event_Paid', until(() => vars.paid >= vars.total));
 */
export function until(holds: () => boolean): ConditionTrigger {
  return { kind: 'condition', holds };
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

/** What a timer means, worked out when it is armed. */
export interface Schedule {
  /** How often it fires; undefined is without end. */
  readonly times: number | undefined;
  /**
   * When it fires next; undefined if it does not any more.
   *
   * @param last - when the last firing was due, or at first when the timer was armed. Reckoned from that, not from when
   *   it was noticed: the rhythm holds even when one was late.
   * @param fired - how often it has fired
   */
  next(last: Date, fired: number): Date | undefined;
}

/** Reads a timer; one that says nothing sensible fails the run, naming the element. */
export function scheduleOf(spec: TimerSpec, element: string): Schedule {
  if (typeof spec === 'number' && !Number.isNaN(spec)) {
    return { times: 1, next: (last) => later(last, spec) };
  }
  if (isMoment(spec)) return at(spec);
  if (typeof spec !== 'string') throw noTime('Timer', element, spec, 'date, duration or cycle');
  const date = parseIsoDate(spec);
  if (date) return at(date);
  const duration = parseIsoDuration(spec);
  if (duration) return { times: 1, next: (last) => addIsoDuration(last, duration) };
  const cycle = parseIsoCycle(spec);
  if (cycle) return repeating(cycle);
  // Temporal's own notation; it refuses what it cannot read, but with an error that would retry forever.
  if (/^\d+(\.\d+)?\s*[a-z]+$/i.test(spec.trim()))
    return { times: 1, next: (last) => later(last, msToNumber(spec as Duration)) };
  throw noTime('Timer', element, spec, 'date, duration or cycle');
}

/** The moment that `spec` means now: for due dates. */
export function momentOf(spec: TimerSpec, element: string): Date {
  if (isMoment(spec)) return spec;
  if (typeof spec === 'number' && !Number.isNaN(spec)) return new Date(Date.now() + spec);
  const isText = typeof spec === 'string';
  const duration = isText ? parseIsoDuration(spec) : undefined;
  const moment = duration ? addIsoDuration(new Date(), duration) : isText ? parseIsoDate(spec) : undefined;
  if (moment) return moment;
  throw noTime('Date', element, spec, 'date or duration');
}

function isMoment(spec: TimerSpec): spec is Date {
  return spec instanceof Date && !Number.isNaN(spec.getTime());
}

/** Expressions without known types may give anything, also nothing at all. */
function noTime(what: string, element: string, spec: unknown, expected: string): ApplicationFailure {
  const shown =
    typeof spec === 'string' ? `'${spec}'` : spec instanceof Date ? String(spec) : JSON.stringify(spec);
  const message = `${what} of '${element}': ${shown} is no ISO 8601 ${expected}.`;
  return failure(FailureType.ExpressionFailed, message, { element });
}

function at(moment: Date): Schedule {
  return { times: 1, next: () => moment };
}

function repeating({ times, interval, start, end }: IsoCycle): Schedule {
  return {
    times,
    next(last, fired) {
      const due = fired === 0 && start ? start : addIsoDuration(last, interval);
      return end && due > end ? undefined : due;
    },
  };
}

function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}
