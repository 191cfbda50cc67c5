import type { Command } from 'commander';
import type { TestOptions } from '../scenarios/test-command';

export function addTest(program: Command): void {
  program
    .command('test')
    .description('run scenarios (*.scenarios.yaml) on a Temporal server of their own, with skipped time')
    .argument(
      '[paths...]',
      'files of scenarios, or folders of them; default: those of the project around the current folder',
    )
    .option('--json', 'print the results as JSON')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: TestOptions) => {
      const { testScenarios } = await import('../scenarios/test-command.js');
      const ok = await testScenarios(paths, options);
      if (!ok) process.exit(1);
    });
}

const HELP = `
Exit code 0 only if all scenarios passed and at least one ran.`;
