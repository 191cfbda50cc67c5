import { connect, type BatonClient } from '../client';
import type { Project } from './project';
import { runningServer } from './server';

/**
 * A client for the server that the project's runs are on, with the project's task queue.
 *
 * @throws ServerError, CommandError when no server answers
 */
export async function connectTo(project: Project): Promise<BatonClient> {
  const { connectionOptions, address, namespace, uiUrl } = await runningServer(project);
  return connect({
    address,
    namespace,
    connectionOptions,
    taskQueue: project.taskQueue,
    ...(uiUrl !== undefined && { uiUrl }),
  });
}
