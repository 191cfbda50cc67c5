import type { Command } from 'commander';
import { readInput } from '../input/read-input';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly payload?: string;
}

export function addSignal(program: Command): void {
  program
    .command('signal')
    .description('send a Temporal signal to a run')
    .argument('<run>', 'workflow id of the run')
    .argument('<name>', 'name of the signal')
    .option('--payload <json>', 'what it brings: JSON, @file, or @- for stdin')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (id: string, name: string, { project, payload }: Options) => {
      const value = payload === undefined ? undefined : readInput(payload, '--payload');
      const { openRun } = await import('../open-run.js');
      await using opened = await openRun(requireProject(project), id);
      await opened.run.signal(name, value);
      console.log(`Sent signal ${name} to ${id}`);
    });
}
