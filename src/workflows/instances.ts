import { workflowInfo } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { shown } from './expressions';
import { failure } from './failures';

type Count =
  | 'numberOfInstances'
  | 'numberOfActiveInstances'
  | 'numberOfCompletedInstances'
  | 'numberOfTerminatedInstances'
  | 'nrOfInstances'
  | 'nrOfActiveInstances'
  | 'nrOfCompletedInstances';

/** How far a multi-instance is: by BPMN's names and, the same again, by Camunda 7's. */
export type InstanceCounts = Readonly<Record<Count, number>>;

export function countsOf(all: number, active: number, completed: number): InstanceCounts {
  return {
    numberOfInstances: all,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: 0, // as long as anybody asks: those that are cancelled are so in the end, together
    nrOfInstances: all,
    nrOfActiveInstances: active,
    nrOfCompletedInstances: completed,
  };
}

/** What they are whenever somebody asks. */
export function liveCounts(now: () => InstanceCounts): InstanceCounts {
  const counts = {};
  for (const name of Object.keys(now()) as Count[])
    Object.defineProperty(counts, name, { get: () => now()[name], enumerable: true });
  return counts as InstanceCounts;
}

/** 80 % of Temporal's 2,000 activities, children and signals that a run may wait for at a time. */
export const MAX_CONCURRENCY = 1600;

/** 80 % of the 51,200 events that a history may have. */
const MAX_HISTORY = 40_960;

/** 80 % of the bytes. */
const MAX_BYTES = 40 * 1024 * 1024;

/** Whether it can be done for them: a list, or how often. */
export function isItems(given: unknown): boolean {
  return Array.isArray(given) || (typeof given === 'number' && Number.isInteger(given) && given >= 0);
}

/** The items, or as many numbers; what is neither fails the run. */
export function itemsOf(element: string, given: unknown): readonly unknown[] {
  if (isItems(given))
    return Array.isArray(given) ? given : Array.from({ length: given as number }, (_, n) => n);
  const wanted = 'a list, or a whole number of 0 or more';
  const message = `What '${element}' is done for must be ${wanted}; it is ${shown(given)}.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
}

/** Refuses what Temporal would not take. */
export function concurrencyFor(element: string, count: number, wanted: number | undefined): number {
  if (wanted !== undefined && !(wanted >= 1)) {
    const message = `The concurrency of '${element}' must be 1 or more; it is ${wanted}.`;
    throw failure(FailureType.ExpressionFailed, message, { element });
  }
  const concurrency = Math.min(wanted ?? count, count);
  if (concurrency <= MAX_CONCURRENCY) return concurrency;
  const message = `'${element}' is to be done ${concurrency} times at once, and Temporal takes no more than ${MAX_CONCURRENCY}: give it a lower concurrency (in a diagram the property 'baton.concurrency'), or do it one after another.`;
  throw failure(FailureType.LimitExceeded, message, { element, limit: MAX_CONCURRENCY });
}

/** Stops before Temporal ends a run whose history is too long: then nothing could be compensated any more. */
export function checkHistory(element: string, done: number, count: number): void {
  const { historyLength, historySize } = workflowInfo();
  if (historySize > MAX_BYTES) {
    const message = `The history of the run has ${historySize} bytes after ${done} of ${count} instances of '${element}', and Temporal keeps no more than 50 MB: let large values stay outside, or give activities only what they need.`;
    throw failure(FailureType.LimitExceeded, message, { element, limit: MAX_BYTES });
  }
  if (historyLength <= MAX_HISTORY) return;
  const message = `The history of the run has ${historyLength} events after ${done} of ${count} instances of '${element}', and Temporal keeps no more than 51,200: let child workflows do parts of them.`;
  throw failure(FailureType.LimitExceeded, message, { element, limit: MAX_HISTORY });
}
