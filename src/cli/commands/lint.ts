import type { Command } from 'commander';
import { diagramFiles } from '../diagrams/diagram-files';
import type { Format } from '../diagrams/report';
import { CommandError } from '../errors';

interface Options extends Format {
  readonly strict?: boolean;
}

export function addLint(program: Command): void {
  program
    .command('lint')
    .description('say what is wrong with diagrams; write nothing')
    .argument(
      '[paths...]',
      'diagrams, or folders of them; default: those of the project around the current folder',
    )
    .option('--strict', 'count doubtful modelling as errors')
    .option('--json', 'print the diagnostics as JSON')
    .option('--sarif', 'print the diagnostics as SARIF 2.1.0, for code scanning')
    .action(async (paths: readonly string[], { strict = false, ...format }: Options) => {
      const { compileDiagrams, hasErrors } = await import('../diagrams/compile-diagrams.js');
      const { report, summary } = await import('../diagrams/report.js');
      const diagrams = await compileDiagrams(diagramFiles(paths), { strict });
      report(diagrams, [], format);
      if (hasErrors(diagrams)) throw new CommandError(`${summary(diagrams)}.`);
      if (!format.json && !format.sarif) console.log(`${summary(diagrams)}.`);
    });
}
