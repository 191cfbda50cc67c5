import type { Command } from 'commander';
import type { MakeReportOptions } from '../migrate/make-report';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('move diagrams of other engines to Baton')
    .command('report')
    .description('say what diagrams need, what becomes of it, and what stands in the way; change nothing')
    .argument(
      '[paths...]',
      'diagrams, or folders of them; default: those of the project around the current folder',
    )
    .option('--out <file>', 'write the report to a file, in Markdown')
    .option('--json', 'print the report as JSON')
    .action(async (paths: readonly string[], options: MakeReportOptions) => {
      const { makeReport } = await import('../migrate/make-report.js');
      await makeReport(paths, options);
    });
}
