import type { Logger, LogLevel, LogMetadata } from '@temporalio/worker';
import { builtInTaskQueue } from '../shared/delivery';

/** A worker has dozens of polls under way; when the server is away, each of them reports each of its tries. */
const RETRY = /^gRPC call poll_\w+ retried \d+ times/;
/** How often an outage is told, milliseconds. */
const TELL_AGAIN_MS = 60_000;
/** Temporal's warning of a worker without workflows, which the one for built-in activities is on purpose. */
const NO_WORKFLOWS = 'No workflows registered, not polling for workflow tasks';

const wrapped = new WeakMap<Logger, Logger>();

/**
 * The same logger, but that a server which does not answer is told once a minute instead of sixty times, and that the
 * worker for built-in activities is not warned of for having no workflows.
 */
export function withoutNoise(logger: Logger): Logger {
  const known = wrapped.get(logger);
  if (known) return known;
  let toldAt = -TELL_AGAIN_MS;
  const log = (level: LogLevel, message: string, meta?: LogMetadata): void => {
    if (message === NO_WORKFLOWS && isBuiltIn(meta?.['taskQueue'])) return;
    if (!RETRY.test(message)) {
      logger.log(level, message, meta);
    } else if (performance.now() - toldAt >= TELL_AGAIN_MS) {
      toldAt = performance.now();
      logger.log(level, 'The Temporal server does not answer; the worker goes on when it is back.', {
        error: meta?.['error'],
      });
    }
  };
  const calm: Logger = {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
  wrapped.set(logger, calm);
  return calm;
}

function isBuiltIn(taskQueue: unknown): boolean {
  return typeof taskQueue === 'string' && taskQueue.endsWith(builtInTaskQueue(''));
}
