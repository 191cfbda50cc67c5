import { ServerError } from '../errors';
import { lastLines } from '../executables/run-command';
import type { Ending } from '../supervised/supervised';

/** The server's process ended before anybody could use it. */
export function startFailed(
  command: string,
  dbFile: string | undefined,
  { how, output }: Ending,
): ServerError {
  const remedy =
    dbFile === undefined ? '' : `\nIf the database ${dbFile} is damaged, move it away or delete it.`;
  return new ServerError(
    `The Temporal dev server (${command}) ${how} before it was ready.${said(output)}${remedy}`,
    { code: 'server-start-failed' },
  );
}

/** The server's process ended while it was in use, and nobody had asked for that. */
export function serverGone(address: string, { how, output }: Ending): ServerError {
  return new ServerError(
    `The Temporal dev server at ${address} ${how} while it was in use.${said(output)}\n` +
      'Start it again; runs in a database file go on from where they were.',
    { code: 'server-gone' },
  );
}

function said(output: string): string {
  return output.trim() === '' ? '' : ` Its last lines:\n${lastLines(output, 8)}`;
}
