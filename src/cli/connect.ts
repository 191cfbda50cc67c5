import { connect, type BatonClient } from '../client';
import type { Project } from './project';
import { runningServer, type KnownServer } from './server';
import { temporalSettings } from './temporal-settings';

/**
 * A client for the server that the project's runs are on, with the project's task queue and data converter.
 *
 * @param server default: the one that is running
 * @throws ServerError, CommandError when no server answers
 */
export async function connectTo(project: Project, server?: KnownServer): Promise<BatonClient> {
  const { connectionOptions, address, namespace, uiUrl } = server ?? (await runningServer(project));
  return connect({
    ...(await temporalSettings(project)),
    address,
    namespace,
    connectionOptions,
    taskQueue: project.taskQueue,
    ...(uiUrl !== undefined && { uiUrl }),
  });
}
