import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { OpenActivity, RetryPolicy } from './history';

interface Attempt {
  readonly number: number;
  /** How it ended, if it has. */
  readonly failed?: { readonly error: unknown; readonly at: number };
}

/** Too little to tell what is about to be tried from what waits. */
const SOON_MS = 100;

/**
 * The attempts of the activities of one worker, as it sees them: the history has only the last one, and the test server
 * does not tell whether an activity is carried out or waits to be tried again.
 */
export class Attempts {
  readonly #last = new Map<string, Attempt>();

  readonly interceptor: ActivityInterceptorsFactory = () => ({
    inbound: {
      execute: async (input, next) => {
        const info = activityInfo();
        if (info.isLocal) return next(input);
        const key = keyOf(info.workflowExecution?.workflowId ?? '', info.activityId);
        const began = performance.now();
        this.#last.set(key, { number: info.attempt });
        try {
          return await next(input);
        } catch (error) {
          const at = info.currentAttemptScheduledTimestampMs + (performance.now() - began);
          this.#last.set(key, { number: info.attempt, failed: { error, at } });
          throw error;
        }
      },
    },
  });

  /** Whether an open activity only waits, at this (virtual) moment, to be tried again. */
  waits(workflowId: string, activity: OpenActivity, now: number): boolean {
    const last = this.#last.get(keyOf(workflowId, activity.id));
    if (!last?.failed) return false;
    const { error, at } = last.failed;
    const policy = activity.retryPolicy;
    if (isFinal(error) || (policy.maximumAttempts > 0 && last.number >= policy.maximumAttempts)) return false;
    return now < at + delay(error, last.number, policy) - SOON_MS;
  }

  forget(): void {
    this.#last.clear();
  }
}

function keyOf(workflowId: string, activityId: string): string {
  return JSON.stringify([workflowId, activityId]);
}

function isFinal(error: unknown): boolean {
  return error instanceof ApplicationFailure && error.nonRetryable === true;
}

function delay(error: unknown, attempt: number, policy: RetryPolicy): number {
  const wanted = error instanceof ApplicationFailure ? error.nextRetryDelay : undefined;
  if (typeof wanted === 'number') return wanted;
  const { initialInterval, backoffCoefficient, maximumInterval = initialInterval * 100 } = policy;
  return Math.min(initialInterval * backoffCoefficient ** (attempt - 1), maximumInterval);
}
