import type { Context } from '@temporalio/activity';

/** Details of the last heartbeat of each running activity: Temporal keeps only the latest, so each has to repeat them. */
const details = new WeakMap<Context, unknown>();

/** Heartbeats, and remembers with what. */
export function beat(context: Context, given: unknown): void {
  details.set(context, given);
  context.heartbeat(given);
}

/** What the activity reported last, in this attempt or in the one before. */
export function lastHeartbeatOf(context: Context): unknown {
  return details.has(context) ? details.get(context) : context.info.heartbeatDetails;
}
