import type { Duration } from '@temporalio/common';
import { condition, sleep } from '@temporalio/workflow';
import {
  addIsoDuration,
  parseIsoCycle,
  parseIsoDate,
  parseIsoDuration,
  type IsoCycle,
} from '../shared/durations';
import { FailureType } from '../shared/errors';
import { failure } from './failures';
import type { Mailbox } from './mailbox';

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
  /** Types only. */
  readonly _payload?: Payload;
}

export interface ConditionTrigger {
  readonly kind: 'condition';
  readonly holds: () => boolean;
}

/** Something a run can wait for. */
export type Trigger<Payload = unknown> = TimerTrigger | MessageTrigger<Payload> | ConditionTrigger;

/**
 * Fires at a time or after one. Temporal calls, when waited for: `sleep`.
 *
 * @example
 * await wait('Event_Cooling', timer('PT15M'));
 */
export function timer(spec: TimerSpec): TimerTrigger {
  return { kind: 'timer', spec };
}

/** Fires as soon as `holds()` is true. Temporal calls, when waited for: `condition`. */
export function until(holds: () => boolean): ConditionTrigger {
  return { kind: 'condition', holds };
}

/** What a timer means, worked out when it is armed. */
export interface Schedule {
  /** How often it fires; undefined is without end. */
  readonly times: number | undefined;
  /** How long until the next firing, given when the last one (or the arming) was. */
  next(last: Date): Duration | undefined;
}

/** Reads a timer; one that says nothing sensible fails the run, naming the element. */
export function scheduleOf(spec: TimerSpec, element: string): Schedule {
  if (typeof spec === 'number') return { times: 1, next: () => spec };
  if (spec instanceof Date) return at(spec);
  const date = parseIsoDate(spec);
  if (date) return at(date);
  const duration = parseIsoDuration(spec);
  if (duration) return { times: 1, next: (last) => millisecondsUntil(addIsoDuration(last, duration)) };
  const cycle = parseIsoCycle(spec);
  if (cycle) return repeating(cycle);
  // Temporal's own notation; `sleep` refuses what it cannot read, but with an error that would retry forever.
  if (/^\d+(\.\d+)?\s*[a-z]+$/i.test(spec.trim())) return { times: 1, next: () => spec as Duration };
  throw failure(
    FailureType.ExpressionFailed,
    `Timer of '${element}': '${spec}' is no ISO 8601 date, duration or cycle.`,
    { element },
  );
}

/** The moment that `spec` means now: for due dates. */
export function momentOf(spec: TimerSpec, element: string): Date {
  if (spec instanceof Date) return spec;
  if (typeof spec === 'number') return new Date(Date.now() + spec);
  const duration = parseIsoDuration(spec);
  const moment = duration ? addIsoDuration(new Date(), duration) : parseIsoDate(spec);
  if (moment) return moment;
  throw failure(
    FailureType.ExpressionFailed,
    `Date of '${element}': '${spec}' is no ISO 8601 date or duration.`,
    { element },
  );
}

function at(moment: Date): Schedule {
  return { times: 1, next: () => millisecondsUntil(moment) };
}

function repeating({ times, interval, start, end }: IsoCycle): Schedule {
  let due: Date | undefined;
  return {
    times,
    next(last) {
      // Reckoned from the last due time, not from when it was noticed: the rhythm holds even when one was late.
      due = due ? addIsoDuration(due, interval) : (start ?? addIsoDuration(last, interval));
      return end && due > end ? undefined : millisecondsUntil(due);
    },
  };
}

function millisecondsUntil(moment: Date): number {
  return Math.max(0, moment.getTime() - Date.now());
}

/**
 * Calls `claim` each time the trigger fires, until `claim` returns false or the trigger can fire no more. A message is
 * taken out of the mailbox only after its claim was accepted, in the same step.
 */
export async function watch(
  trigger: Trigger,
  element: string,
  summary: string,
  mailbox: Mailbox,
  claim: (take: () => unknown) => boolean,
): Promise<void> {
  switch (trigger.kind) {
    case 'timer': {
      const schedule = scheduleOf(trigger.spec, element);
      for (let n = 0; schedule.times === undefined || n < schedule.times; n++) {
        const delay = schedule.next(new Date());
        if (delay === undefined) return;
        await sleep(delay, { summary });
        if (!claim(() => undefined)) return;
      }
      return;
    }
    case 'message':
      for (;;) {
        await condition(() => mailbox.has(trigger.name, trigger.key));
        // The claim may be refused, and another waiter may have been quicker.
        if (mailbox.has(trigger.name, trigger.key) && !claim(() => mailbox.take(trigger.name, trigger.key)))
          return;
      }
    case 'condition':
      await condition(trigger.holds);
      claim(() => undefined);
  }
}
