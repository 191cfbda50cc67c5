import type { Command } from 'commander';
import { lengthOf, parseIsoDuration } from '../../shared/durations';
import { UsageError } from '../errors';
import { readInput } from '../input/read-input';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly to?: string;
  readonly payload?: string;
  readonly key?: string;
  readonly id?: string;
  readonly timeToLive?: string;
}

export function addMessage(program: Command): void {
  program
    .command('message')
    .description('send a message: to the oldest wait for it in any run, else it starts a process, or is kept')
    .argument('<name>', 'name of the message, as the diagram has it')
    .option('--payload <json>', 'what it brings: JSON, @file, or @- for stdin')
    .option('--key <key>', 'correlation key: only waits for the same key take it')
    .option('--to <run>', 'workflow id: only this run gets it, now or later')
    .option('--id <id>', 'a message with name, key and id that has come already is dropped')
    .option(
      '--time-to-live <duration>',
      'how long it is kept if nobody waits for it: PT15M; default: one hour',
    )
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (name: string, { project: folder, to, payload, key, id, timeToLive }: Options) => {
      const value = payload === undefined ? undefined : readInput(payload, '--payload');
      const options = { ...(key !== undefined && { key }), ...(id !== undefined && { id }) };
      const kept = timeToLive === undefined ? {} : { timeToLive: milliseconds(timeToLive) };
      const project = requireProject(folder);
      if (to !== undefined) {
        if (timeToLive !== undefined)
          throw new UsageError(
            '--time-to-live is not for messages to one run, which keeps them until it ends.',
          );
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
      const sending = { ...options, ...kept, ...deploymentOption(project) };
      await (process ? client.publish(process, name, value, sending) : client.publish(name, value, sending));
      console.log(`Published message ${name}${key === undefined ? '' : ` with ${keyText(key)}`}`);
    });
}

function milliseconds(text: string): number {
  const duration = parseIsoDuration(text);
  if (!duration)
    throw new UsageError(`--time-to-live ${text}: it must be an ISO 8601 duration, such as PT15M.`);
  return lengthOf(duration, new Date());
}

/** Waits with an empty key take it, those without a key do not. */
function keyText(key: string): string {
  return key === '' ? 'an empty key' : `key ${key}`;
}
