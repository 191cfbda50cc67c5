import { setTimeout as sleep } from 'node:timers/promises';
import { withProbe } from '../connection/probe';
import { ServerError, reasonOf } from '../errors';
import { registerSearchAttributes } from '../search-attributes';
import type { Ending } from './supervised';

/** A dev server is up within 2 seconds; a loaded machine, or one that scans new programs, takes longer. */
const PATIENCE_MS = 90_000;
const PAUSE_MS = 50;
const CALL_MS = 10_000;

/** Resolves when the namespace is there and can be searched by Baton's attributes, or with how the server ended. */
export async function untilReady(
  address: string,
  namespace: string,
  ended: Promise<Ending>,
): Promise<Ending | undefined> {
  let ending: Ending | undefined;
  void ended.then((value) => (ending = value));
  const until = Date.now() + PATIENCE_MS;
  let problem: unknown;
  while (ending === undefined && Date.now() < until) {
    try {
      await withProbe({ address }, CALL_MS, async (connection) => {
        await connection.workflowService.describeNamespace({ namespace });
        await registerSearchAttributes(connection, namespace);
      });
      return undefined;
    } catch (error) {
      problem = error;
      await sleep(PAUSE_MS);
    }
  }
  if (ending !== undefined) return ending;
  throw new ServerError(
    `The Temporal dev server at ${address} was not ready after ${String(PATIENCE_MS / 1000)} s: ${reasonOf(problem)}.`,
    { code: 'server-start-failed', cause: problem },
  );
}
