import type { ApplicationFailure, Duration } from '@temporalio/common';
import { msToNumber } from '@temporalio/common/lib/time';
import { nextIn } from '../shared/calendar';
import { parseCron, type Cron } from '../shared/cron';
import {
  addIsoDuration,
  nextOfCycle,
  parseIsoCycle,
  parseIsoDate,
  parseIsoDuration,
  type IsoCycle,
} from '../shared/durations';
import { FailureType } from '../shared/errors';
import { timeZone } from '../shared/time-zone';
import { failure } from './failures';
import type { TimerSpec } from './triggers';

/** What a timer means, worked out when it is armed. */
export interface Schedule {
  /** How often it fires; undefined is without end, or until `next` says so. */
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

/**
 * Reads a timer; one that says nothing sensible, or that is due after the end of all dates, fails the run, naming the
 * element.
 */
export function scheduleOf(spec: TimerSpec, element: string): Schedule {
  const { times, next } = read(spec, element);
  const due = (last: Date, fired: number) => existing(next(last, fired), spec, element);
  due(new Date(), 0); // who checks a timer before it is armed hears of it
  return { times, next: due };
}

function read(spec: TimerSpec, element: string): Schedule {
  if (typeof spec === 'number' && !Number.isNaN(spec)) {
    return { times: 1, next: (last) => later(last, spec) };
  }
  if (isMoment(spec)) return at(spec);
  if (typeof spec !== 'string') throw noTime('Timer', element, spec, TIMES);
  const date = parseIsoDate(spec);
  if (date) return at(date);
  const duration = parseIsoDuration(spec);
  if (duration) return { times: 1, next: (last) => addIsoDuration(last, duration) };
  const cycle = parseIsoCycle(spec);
  if (cycle) return repeating(cycle);
  const cron = parseCron(spec);
  if (cron) return recurring(cron, element);
  // Temporal's own notation; it refuses what it cannot read, but with an error that would retry forever.
  if (/^\d+(\.\d+)?\s*[a-z]+$/i.test(spec.trim()))
    return { times: 1, next: (last) => later(last, msToNumber(spec as Duration)) };
  throw noTime('Timer', element, spec, TIMES);
}

const TIMES = 'date, duration or cycle, and no cron expression';

/** The moment that `spec` means now: for due dates. */
export function momentOf(spec: TimerSpec, element: string): Date {
  if (isMoment(spec)) return spec;
  if (typeof spec === 'number' && !Number.isNaN(spec))
    return existing(new Date(Date.now() + spec), spec, element);
  const isText = typeof spec === 'string';
  const duration = isText ? parseIsoDuration(spec) : undefined;
  const moment = duration ? addIsoDuration(new Date(), duration) : isText ? parseIsoDate(spec) : undefined;
  if (moment) return existing(moment, spec, element);
  throw noTime('Date', element, spec, 'date or duration');
}

/** Dates end in the year 275760; what is due after that is none. */
function existing<Moment extends Date | undefined>(moment: Moment, spec: TimerSpec, element: string): Moment {
  if (!moment || !Number.isNaN(moment.getTime())) return moment;
  const message = `Timer of '${element}': ${JSON.stringify(spec)} leads beyond the year 275760, in which dates end.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
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

function repeating(cycle: IsoCycle): Schedule {
  const { times, interval, start, end, zone } = cycle;
  return {
    times,
    next(last, fired) {
      // What was over before the timer was armed does not fire any more: a run may be late by years.
      const due = start
        ? nextOfCycle({ ...cycle, start }, { after: last, including: fired === 0 })
        : addIsoDuration(last, interval, { zone });
      return due && end && due > end ? undefined : due;
    },
  };
}

function recurring({ calendars, zone: name }: Cron, element: string): Schedule {
  const zone = timeZone(name);
  if (!zone) {
    const message = `Timer of '${element}': there is no time zone '${name}'.`;
    throw failure(FailureType.ExpressionFailed, message, { element });
  }
  return { times: undefined, next: (last) => nextIn(calendars, zone, last) };
}

function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}
