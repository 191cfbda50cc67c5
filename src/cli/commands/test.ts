import { Option, type Command } from 'commander';
import type { TestOptions } from '../scenarios/test-command';

interface Options extends TestOptions {
  readonly watch?: boolean;
}

export function addTest(program: Command): void {
  program
    .command('test')
    .description('run scenarios (*.scenarios.yaml) on a Temporal server of their own, with skipped time')
    .argument(
      '[paths...]',
      'files of scenarios, or folders of them; default: those of the project around the current folder',
    )
    .option('--svg', 'draw the diagrams with what was never reached, to the folder coverage')
    .addOption(new Option('--watch', 'run again on each change, until Ctrl-C').conflicts('json'))
    .option('--json', 'print the results as JSON')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], { watch = false, ...options }: Options) => {
      const { followScenarios, testScenarios } = await import('../scenarios/test-command.js');
      if (watch) return followScenarios(paths, options);
      const ok = await testScenarios(paths, options);
      if (!ok) process.exit(1);
    });
}

const HELP = `
Exit code 0 only if all scenarios passed and at least one ran.`;
