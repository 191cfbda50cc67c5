/**
 * Why a worker could not be made:
 * - `bundle-failed`: the workflow code cannot be loaded; the message lists every problem.
 * - `duplicate-activity`: two activities have one name.
 * - `bad-option`: an option that cannot be right.
 */
export type WorkerErrorCode = 'bundle-failed' | 'duplicate-activity' | 'bad-option';

/** A mistake in the code or options given to a worker; its message says what, where and what to do. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code: WorkerErrorCode;

  constructor(message: string, options: { code: WorkerErrorCode; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
  }
}

/** Whether `error` is a {@link WorkerError}, of that code if one is given. Holds across copies of this module. */
export function isWorkerError(error: unknown, code?: WorkerErrorCode): error is WorkerError {
  return (
    error instanceof Error &&
    error.name === 'WorkerError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}
