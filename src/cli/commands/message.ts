import type { Command } from 'commander';
import { readInput } from '../input/read-input';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly payload?: string;
  readonly key?: string;
  readonly id?: string;
}

export function addMessage(program: Command): void {
  program
    .command('message')
    .description('send a message to a run: to its oldest wait for it, now or later')
    .argument('<run>', 'workflow id of the run')
    .argument('<name>', 'name of the message, as the contract has it')
    .option('--payload <json>', 'what it brings: JSON, @file, or @- for stdin')
    .option('--key <key>', 'correlation key: only waits for the same key, or for none, take it')
    .option('--id <id>', 'a message with an id that the run has had already is dropped')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (id: string, name: string, options: Options) => {
      const payload = options.payload === undefined ? undefined : readInput(options.payload, '--payload');
      const { openRun } = await import('../open-run.js');
      await using opened = await openRun(requireProject(options.project), id);
      await opened.run.message(name, payload, {
        ...(options.key !== undefined && { key: options.key }),
        ...(options.id !== undefined && { id: options.id }),
      });
      console.log(`Sent message ${name} to ${id}`);
    });
}
