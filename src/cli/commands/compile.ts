import { Option, type Command } from 'commander';
import type { CompileRunOptions } from '../diagrams/compile-and-report';

interface Options extends CompileRunOptions {
  readonly watch?: boolean;
}

export function addCompile(program: Command): void {
  program
    .command('compile')
    .description(
      'compile diagrams to TypeScript beside them; write all files, or none when there is an error',
    )
    .argument(
      '[paths...]',
      'diagrams, or folders of them; default: those of the project around the current folder',
    )
    .option('--check', 'write nothing; fail when a compiled file is not what its diagram says')
    .addOption(new Option('--watch', 'compile again on each change, until Ctrl-C').conflicts('check'))
    .addOption(
      new Option(
        '--scaffold',
        'add stubs for activities that diagrams call and the project does not have, and exports of workflows',
      ).conflicts('check'),
    )
    .option('--strict', 'count doubtful modelling as errors')
    .option('--explain', 'tell which parts have no nested form, and why')
    .option('--json', 'print diagnostics and files as JSON')
    .option('--sarif', 'print the diagnostics as SARIF 2.1.0, for code scanning')
    .action(async (paths: readonly string[], { watch = false, ...options }: Options) => {
      if (watch) {
        const { followDiagrams } = await import('../diagrams/follow-diagrams.js');
        return followDiagrams(paths, options);
      }
      const { compileAndReport } = await import('../diagrams/compile-and-report.js');
      const { failure } = await compileAndReport(paths, options);
      if (failure !== undefined) throw failure;
    });
}
