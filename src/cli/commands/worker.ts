import type { Command } from 'commander';
import { requireProject } from '../project';
import { SERVER_HELP } from './shared';

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('run the worker of a project, until Ctrl-C')
    .argument('[folder]', 'folder of the project; default: the one around the current folder')
    .addHelpText('after', SERVER_HELP)
    .action(async (folder: string | undefined) => {
      const { runWorker } = await import('../processes/run-worker.js');
      await runWorker(requireProject(folder));
    });
}
