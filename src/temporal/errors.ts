import { CodedError, isCodedError } from '../shared/coded-error';

/**
 * What can go wrong with a server, by consequence for the caller:
 * - `server-unreachable`: nobody answers at the address.
 * - `server-refused`: the server answers, but not us (credentials, unknown namespace).
 * - `server-gone`: a server that was running ended by itself.
 * - `server-start-failed`: the executable is there, but no server came of it.
 * - `port-in-use`: a port that was asked for is taken.
 * - `folder-not-writable`: the cache folder or the folder of the database.
 * - `no-executable`: every way to get a server's executable failed; the message lists them.
 * - `bad-setting`: an environment variable or configuration file that cannot be right.
 */
export type ServerErrorCode =
  | 'server-unreachable'
  | 'server-refused'
  | 'server-gone'
  | 'server-start-failed'
  | 'port-in-use'
  | 'folder-not-writable'
  | 'no-executable'
  | 'bad-setting';

/** A problem with a Temporal server that a person can solve: its message says what, where and what to do. */
export class ServerError extends CodedError<ServerErrorCode> {
  override readonly name = 'ServerError';
}

/** Whether `error` is a {@link ServerError}, of that code if one is given. Holds across copies of this module. */
export function isServerError(error: unknown, code?: ServerErrorCode): error is ServerError {
  return isCodedError(error, 'ServerError', code);
}

/** One line that says what went wrong, of whatever was thrown. */
export function reasonOf(error: unknown): string {
  const message = propertyOf(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

/**
 * A property of something thrown. `instanceof Error` is no way to ask: jest runs tests in a realm of their own, where
 * errors of Node and of gRPC are instances of another `Error`.
 */
export function propertyOf(error: unknown, property: string): unknown {
  return typeof error === 'object' && error !== null
    ? (error as Record<string, unknown>)[property]
    : undefined;
}
