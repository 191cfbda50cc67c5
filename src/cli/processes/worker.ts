import { join } from 'node:path';
import type { Project } from '../project';
import { environmentFor, type KnownServer } from '../server';
import { startNode, type Child } from './child';

/**
 * Starts the project's worker in a process of its own: its workers/worker.ts, else one made by convention.
 *
 * @param env more environment variables for it
 */
export function startWorker(
  project: Project,
  server: KnownServer,
  env: Readonly<Record<string, string>> = {},
): Child {
  const options = { cwd: project.root, env: { ...environmentFor(project, server), ...env } };
  return project.workerScript === undefined
    ? startNode(join(__dirname, 'convention-worker.js'), [project.root], options)
    : startNode(project.workerScript, [], options);
}
