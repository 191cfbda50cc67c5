import type { Command } from 'commander';
import { readInput } from '../input/read-input';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly to?: string;
  readonly payload?: string;
  readonly key?: string;
  readonly id?: string;
}

export function addMessage(program: Command): void {
  program
    .command('message')
    .description('send a message: to the oldest wait for it in any run, else it starts a process, or is kept')
    .argument('<name>', 'name of the message, as the diagram has it')
    .option('--payload <json>', 'what it brings: JSON, @file, or @- for stdin')
    .option('--key <key>', 'correlation key: only waits for the same key take it')
    .option('--to <run>', 'workflow id: only this run gets it, now or later')
    .option('--id <id>', 'a message with an id that has come already is dropped')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (name: string, { project: folder, to, payload, key, id }: Options) => {
      const value = payload === undefined ? undefined : readInput(payload, '--payload');
      const options = { ...(key !== undefined && { key }), ...(id !== undefined && { id }) };
      const project = requireProject(folder);
      if (to !== undefined) {
        const { openRun } = await import('../open-run.js');
        await using opened = await openRun(project, to);
        await opened.run.message(name, value, options);
        console.log(`Sent message ${name} to ${to}`);
        return;
      }
      const { connectTo } = await import('../connect.js');
      const { deploymentOption, findAddressee } = await import('../find-addressee.js');
      const process = await findAddressee(project, 'messages', name, value);
      await using client = await connectTo(project);
      const sending = { ...options, ...deploymentOption(project) };
      await (process ? client.publish(process, name, value, sending) : client.publish(name, value, sending));
      console.log(`Published message ${name}${key === undefined ? '' : ` with key ${key}`}`);
    });
}
