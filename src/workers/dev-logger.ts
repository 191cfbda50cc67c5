import { DefaultLogger, type LogLevel, type LogMetadata } from '@temporalio/worker';
import { WORKER_READY } from '../shared/names';

/**
 * Logger of a worker that `baton dev` runs. The command tells of the worker's coming and going in words of its own, so
 * only what processes and activities log is left, and what goes wrong.
 */
export class DevLogger extends DefaultLogger {
  override log(level: LogLevel, message: string, meta?: LogMetadata): void {
    if (meta?.['state'] === 'RUNNING') process.send?.(WORKER_READY);
    if (level === 'INFO' && meta?.['sdkComponent'] === 'worker') return;
    super.log(level, message, meta);
  }
}
