import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors';
import { requireProject } from '../project';

interface Options {
  readonly run?: string;
  readonly once?: boolean;
}

export function addDev(program: Command): void {
  program
    .command('dev')
    .description(
      'start a Temporal server with its UI, the worker and a client script; follow changes until Ctrl-C',
    )
    .argument('[folder]', 'folder of the project; default: the one around the current folder')
    .option('--run <script>', 'client script to run once everything is up, relative to the project')
    .option('--once', 'end after the client script: exit code 0 if it succeeded')
    .addHelpText('after', HELP)
    .action(async (folder: string | undefined, { run, once = false }: Options) => {
      const project = requireProject(folder);
      if (once && run === undefined) throw new UsageError('--once needs --run <script>.');
      const script = run === undefined ? undefined : resolve(project.root, run);
      if (script !== undefined && !existsSync(script)) throw new UsageError(`${script} does not exist.`);
      const { dev } = await import('../dev/dev.js');
      await dev(project, { run: script, once });
    });
}

const HELP = `
The server: TEMPORAL_ADDRESS if set, else a dev server whose runs are kept in .baton/ of the project.
The script finds it by TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, BATON_UI_URL and BATON_TASK_QUEUE.`;
