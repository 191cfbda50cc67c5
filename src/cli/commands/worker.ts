import type { Command } from 'commander';
import { CommandError } from '../errors';
import { stopSignal, untilStopped } from '../processes/stop-signal';
import { startWorker } from '../processes/worker';
import { requireProject } from '../project';
import { runningServer } from '../server';
import { SERVER_HELP } from './shared';

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('run the worker of a project, until Ctrl-C')
    .argument('[folder]', 'folder of the project; default: the one around the current folder')
    .addHelpText('after', SERVER_HELP)
    .action(async (folder: string | undefined) => {
      const project = requireProject(folder);
      const stop = stopSignal().signal;
      const server = await runningServer(project);
      console.log(`Worker of ${project.name} on task queue "${project.taskQueue}" at ${server.address}`);
      const worker = startWorker(project, server);
      const exit = await Promise.race([worker.exited, untilStopped(stop)]);
      if (exit === undefined) await worker.stop();
      else if (exit.code !== 0) throw new CommandError('The worker has ended; what it said is above.');
    });
}
