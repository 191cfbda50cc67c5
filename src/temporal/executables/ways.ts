import { ServerError, isServerError, reasonOf } from '../errors';
import type { Executable } from './executable';

/** One way to get an executable. */
export interface Way {
  /** How a person would name it: ``the command `temporal` on PATH``. */
  readonly name: string;
  /** Resolves to the executable, or rejects with the reason why this way does not work here. */
  readonly find: () => Promise<Executable>;
}

/** A way that did not work, and why. */
export interface Failure {
  readonly way: string;
  readonly reason: string;
}

/**
 * Takes the first way that works, else returns why each one did not. A {@link ServerError} ends the search: it is a
 * mistake in the user's settings, which trying further would only hide.
 */
export async function tryWays(ways: readonly Way[]): Promise<Executable | Failure[]> {
  const failures: Failure[] = [];
  for (const way of ways) {
    try {
      return await way.find();
    } catch (error) {
      if (isServerError(error)) throw error;
      failures.push({ way: way.name, reason: reasonOf(error) });
    }
  }
  return failures;
}

/** The error after every way has failed. */
export function noWayLeft(what: string, failures: readonly Failure[], remedy: string): ServerError {
  const lines = failures.map(
    ({ way, reason }, index) => `  ${String(index + 1)}. ${way}: ${reason.split('\n').join('\n     ')}`,
  );
  return new ServerError(`Found no ${what}. Tried, in this order:\n${lines.join('\n')}\n${remedy}`, {
    code: 'no-executable',
  });
}
