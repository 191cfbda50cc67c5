import { InvalidArgumentError, type Command } from 'commander';
import { requireProject } from '../project';
import type { ReplayCommandOptions } from '../replay/replay';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options extends ReplayCommandOptions {
  readonly project?: string;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('say which open runs the workflow code as it is now could not go on with; change nothing')
    .option('--process <type>', 'only runs of this process')
    .option('--closed', 'also runs that have ended')
    .option('--limit <n>', 'of each process at most as many, the latest', atLeastOne, 100)
    .option('--json', 'print the runs as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async ({ project, ...options }: Options) => {
      const { replay } = await import('../replay/replay.js');
      await replay(requireProject(project), options);
    });
}

function atLeastOne(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 on.');
}
