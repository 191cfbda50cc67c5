import { asyncLocalStorage, type Context } from '@temporalio/activity';
import type { Duration } from '@temporalio/common';
import { msToNumber } from '@temporalio/common/lib/time';
import { activityContext } from '../../context';
import { lastHeartbeatOf } from '../../heartbeats';

/** Heartbeats a heartbeat timeout: two may be late. */
const BEATS = 3;

/** The activity in which a connector is used, if any: scripts may use connectors as well. */
export function currentActivity(): Context | undefined {
  return asyncLocalStorage.getStore();
}

/** The idempotency key of the activity in which a connector is used. */
export function currentIdempotencyKey(): string | undefined {
  return currentActivity() && activityContext().idempotencyKey;
}

export interface WaitingOptions {
  readonly timeout: Duration;
  /** Makes the failure to throw when the time is over. */
  timedOut(milliseconds: number): Error;
}

/**
 * Waits for `work` as an activity should: it gets a signal that is aborted with the activity's cancellation, after
 * `timeout`, and when the activity's own time for an attempt is over; and while it lasts, the activity reports that it is
 * alive, if it has a heartbeat timeout (with the details that it reported last).
 *
 * A cancelled activity ends with Temporal's `CancelledFailure`, whatever `work` makes of the signal.
 */
export async function waiting<T>(
  { timeout, timedOut }: WaitingOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const activity = currentActivity();
  const milliseconds = Math.min(msToNumber(timeout), activity?.info.startToCloseTimeoutMs || Infinity);
  const timer = AbortSignal.timeout(milliseconds);
  const cancelled = activity?.cancellationSignal;
  const stopBeating = keepAlive(activity);
  try {
    return await work(cancelled ? AbortSignal.any([cancelled, timer]) : timer);
  } catch (error) {
    if (cancelled?.aborted) throw cancelled.reason;
    throw timer.aborted ? timedOut(milliseconds) : error;
  } finally {
    stopBeating();
  }
}

function keepAlive(activity: Context | undefined): () => void {
  const every = activity?.info.heartbeatTimeoutMs;
  if (!activity || !every) return () => undefined;
  const timer = setInterval(() => {
    activity.heartbeat(lastHeartbeatOf(activity));
  }, every / BEATS);
  return () => {
    clearInterval(timer);
  };
}
