import type { Command } from 'commander';
import { readInput } from '../input/read-input';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly to?: string;
  readonly payload?: string;
}

export function addSignal(program: Command): void {
  program
    .command('signal')
    .description(
      'broadcast a signal: everyone who waits for it hears it, and processes that it starts are started',
    )
    .argument('<name>', 'name of the signal, as the diagram has it')
    .option('--payload <json>', 'what it brings: JSON, @file, or @- for stdin')
    .option(
      '--to <run>',
      "workflow id: a Temporal signal to this run instead, as the contract's `signals` have it",
    )
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (name: string, { project: folder, to, payload }: Options) => {
      const value = payload === undefined ? undefined : readInput(payload, '--payload');
      const project = requireProject(folder);
      if (to !== undefined) {
        const { openRun } = await import('../open-run.js');
        await using opened = await openRun(project, to);
        await opened.run.signal(name, value);
        console.log(`Sent signal ${name} to ${to}`);
        return;
      }
      const { connectTo } = await import('../connect.js');
      const { deploymentOption, findAddressee } = await import('../find-addressee.js');
      const process = await findAddressee(project, 'broadcasts', name, value);
      await using client = await connectTo(project);
      const options = deploymentOption(project);
      await (process
        ? client.broadcast(process, name, value, options)
        : client.broadcast(name, value, options));
      console.log(`Broadcast signal ${name}`);
    });
}
