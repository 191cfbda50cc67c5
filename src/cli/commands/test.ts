import { Option, type Command } from 'commander';
import type { GenerateOptions } from '../scenarios/generate';
import type { TestOptions } from '../scenarios/test-command';

interface Options extends TestOptions, GenerateOptions {
  readonly watch?: boolean;
  /** A diagram for which scenarios are to be proposed. */
  readonly generate?: string;
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
    .addOption(
      new Option(
        '--generate <diagram>',
        'propose scenarios that together take every flow, to be reviewed',
      ).conflicts(['json', 'svg', 'watch']),
    )
    .option('--out <file>', 'with --generate: where to write them; default: the standard output')
    .option('--process <id>', 'with --generate: which process of the diagram')
    .addHelpText('after', HELP)
    .action(
      async (
        paths: readonly string[],
        { watch = false, generate, out, process: id, ...options }: Options,
      ) => {
        if (generate !== undefined) {
          const { generateScenarios } = await import('../scenarios/generate.js');
          return generateScenarios(generate, {
            ...(out !== undefined && { out }),
            ...(id !== undefined && { process: id }),
          });
        }
        const { followScenarios, testScenarios } = await import('../scenarios/test-command.js');
        if (watch) return followScenarios(paths, options);
        const ok = await testScenarios(paths, options);
        if (!ok) process.exit(1);
      },
    );
}

const HELP = `
Exit code 0 only if all scenarios passed and at least one ran.`;
