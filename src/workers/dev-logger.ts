import { DefaultLogger, type LogLevel, type LogMetadata } from '@temporalio/worker';
import { causesOf } from '../shared/causes';
import { WORKER_READY } from '../shared/names';

/**
 * Logger of a worker that `baton dev` runs. The command tells of the worker's coming and going in words of its own, so
 * only what processes and activities log is left, and what goes wrong: a failed activity or run in a line, with the
 * place in the user's own code, instead of everything that Temporal knows of it.
 */
export class DevLogger extends DefaultLogger {
  override log(level: LogLevel, message: string, meta: LogMetadata = {}): void {
    if (meta['state'] === 'RUNNING') process.send?.(WORKER_READY);
    if (level === 'INFO' && meta['sdkComponent'] === 'worker') return;
    const failure = failureIn(message, meta);
    if (failure === undefined) super.log(level, message, meta);
    else super.log(level, failure);
  }
}

/** A failed activity or run in short; undefined for anything else. */
function failureIn(message: string, meta: LogMetadata): string | undefined {
  const { error, workflowId, activityType, activityId, attempt, workflowType } = meta;
  if (!(error instanceof Error)) return undefined;
  if (message === 'Activity failed')
    return `Activity ${activityType} of ${workflowId} failed (step ${activityId}, attempt ${attempt}): ${told(error)}`;
  if (message === 'Workflow failed') return `${workflowType} ${workflowId} failed: ${told(error)}`;
  return undefined;
}

/** What the innermost cause says, and where in the user's code it was thrown. */
function told(error: Error): string {
  const innermost = [...causesOf(error)].at(-1) ?? error;
  const place = innermost.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  return place === undefined ? innermost.message : `${innermost.message}\n${place}`;
}
