import { join } from 'node:path';
import type { ServerConnection } from '../temporal';
import { checkServer, connectionFromEnv } from '../temporal';
import { findLiveServer } from '../temporal/dev-server/record';
import { CommandError } from './errors';
import type { Project } from './project';

/** A server that is there, and where its UI is, as far as that is known. */
export interface KnownServer extends ServerConnection {
  readonly uiUrl?: string;
}

/** Folder for what `baton dev` keeps between starts. */
export function stateFolder(project: Project): string {
  return join(project.root, '.baton');
}

/** SQLite file of the project's dev server. */
export function databaseOf(project: Project): string {
  return join(stateFolder(project), 'temporal.db');
}

/**
 * The server that commands talk to which start none themselves: the one that the environment names, else the one that
 * `baton dev` runs for this project, else one at the usual local address.
 *
 * @throws ServerError when nobody answers there, or it refuses us
 */
export async function runningServer(project: Project): Promise<KnownServer> {
  const { configured, ...server } = connectionFromEnv();
  const live = configured ? undefined : await findLiveServer(databaseOf(project));
  if (live) return { ...live, connectionOptions: { address: live.address } };
  await checkServer(server).catch((error: unknown) => {
    throw configured ? error : nobodyThere(server.address, error);
  });
  const uiUrl = process.env['BATON_UI_URL'];
  return uiUrl ? { ...server, uiUrl } : server;
}

function nobodyThere(address: string, cause: unknown): CommandError {
  return new CommandError(`No Temporal server answers at ${address}.`, {
    hint: 'Start one with `baton dev`, or set TEMPORAL_ADDRESS to the host:port of yours.',
    cause,
  });
}

/** What the programs that Baton starts for a project need to know, as environment variables. */
export function environmentFor(project: Project, server: KnownServer): Readonly<Record<string, string>> {
  return {
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: server.namespace,
    BATON_TASK_QUEUE: project.taskQueue,
    ...(server.uiUrl !== undefined && { BATON_UI_URL: server.uiUrl }),
  };
}
