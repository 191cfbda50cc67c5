import { CommandError } from '../errors';
import type { Project } from '../project';
import { runningServer } from '../server';
import { stopSignal, untilStopped } from './stop-signal';
import { startWorker } from './worker';

/**
 * Runs the project's worker against the server that is there, until this process is asked to stop.
 *
 * @throws CommandError when the worker fails; ServerError when no server answers
 */
export async function runWorker(project: Project): Promise<void> {
  const { signal } = stopSignal();
  const server = await runningServer(project);
  console.log(`Worker of ${project.name} on task queue "${project.taskQueue}" at ${server.address}`);
  const worker = startWorker(project, server);
  const exit = await Promise.race([worker.exited, untilStopped(signal)]);
  if (exit === undefined) await worker.stop();
  else if (exit.code !== 0) throw new CommandError('The worker has ended; what it said is above.');
}
