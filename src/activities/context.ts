import { CompleteAsyncError, Context, type Info } from '@temporalio/activity';
import type { Logger } from '@temporalio/common';
import { KEY_SEPARATOR } from '../shared/names';
import { beat } from './heartbeats';
import { firstRunIdOf } from './interceptor';

/**
 * What an activity made by `defineActivity` gets as its second argument. A view of Temporal's
 * `Context.current()`, which works beside it.
 *
 * @typeParam Progress details of heartbeats; annotate the parameter to set it: `context: ActivityContext<number>`
 */
export interface ActivityContext<Progress = unknown> {
  /**
   * Names this step of this process: the same for every attempt, after a worker's crash, continue-as-new and reset;
   * different for each pass of a loop. Hand it to the systems you call, so that a repeated call does nothing twice.
   *
   * `<id of the first run>/<scope path>/<element>#<occurrence>`, from Temporal's first execution run id and activity
   * id. In runs of a worker without Baton's interceptors the current run's id stands in for the first one's.
   */
  readonly idempotencyKey: string;
  /** From 1; `Context.current().info.attempt`. */
  readonly attempt: number;
  /**
   * Reports that the activity is alive and how far it got (`Context.current().heartbeat`). Needs a
   * `heartbeatTimeout` among the activity's options; without heartbeats no cancellation arrives either.
   */
  heartbeat(details?: Progress): void;
  /** Details of the last heartbeat of the attempt before this one; undefined at the first. */
  readonly lastHeartbeat: Progress | undefined;
  /** Aborted when the activity is to stop; hand it to `fetch` and the like (`cancellationSignal`). */
  readonly signal: AbortSignal;
  /** Everything Temporal knows of this execution (`Context.current().info`). */
  readonly info: Info;
  /** Writes to the worker's logger, with workflow and activity ids added (`Context.current().log`). */
  readonly log: Logger;
  /** Base64: whoever holds it can complete this activity from outside; see `completeLater`. */
  readonly taskToken: string;
  /**
   * Ends the function without a result; another process gives one later, within the activity's timeouts, by
   * `client.activities.complete(contract, context.taskToken, result)`. Throws Temporal's `CompleteAsyncError`.
   *
   * @example
   * await sendForSignature(input.document, { callback: context.taskToken });
   * return context.completeLater();
   */
  completeLater(): never;
}

/** A view of the running activity's context. Throws outside of an activity. */
export function activityContext<Progress = unknown>(): ActivityContext<Progress> {
  const context = Context.current();
  const { info } = context;
  return {
    idempotencyKey: idempotencyKeyOf(context),
    attempt: info.attempt,
    heartbeat: (details) => {
      beat(context, details);
    },
    lastHeartbeat: info.heartbeatDetails as Progress | undefined,
    signal: context.cancellationSignal,
    info,
    log: context.log,
    taskToken: info.base64TaskToken,
    completeLater: () => {
      throw new CompleteAsyncError();
    },
  };
}

function idempotencyKeyOf(context: Context): string {
  const { workflowExecution, activityRunId, activityId } = context.info;
  const run = firstRunIdOf(context) ?? workflowExecution?.runId ?? activityRunId ?? '';
  return `${run}${KEY_SEPARATOR}${activityId}`;
}
