import { Command, InvalidArgumentError } from 'commander';
import { writeDocs } from './docs';
import { asText, type Report } from './report';
import { measure } from './measure';
import { NAMES, narrowed, openSuite, SHARED_SHOWN, UsageError, type Suite } from './suites';

interface Options {
  readonly filter?: string;
  readonly json?: boolean;
  readonly expect?: number;
  readonly writeDocs?: boolean;
}

/** Exit code 0 says that everything was measured; a figure makes it 1 only with `--expect`. */
async function run(given: readonly string[], options: Options): Promise<void> {
  const { filter, json = false, expect } = options;
  if (options.writeDocs && (given.length > 0 || filter !== undefined)) {
    throw new UsageError(
      '--write-docs takes the figures of everything: no suites and no --filter beside it.',
    );
  }
  const suites = open(given.length > 0 ? given : NAMES, filter);
  const reports: Report[] = [];
  for (const suite of suites) {
    const report = await measure(suite);
    reports.push(report);
    if (!json) console.log(`${asText(report)}\n`);
  }
  const passed = sum(reports, 'passed');
  if (json) console.log(JSON.stringify(reports, null, 2));
  else console.log(suites.length === 0 ? 'skipped' : `${passed} passed, ${sum(reports, 'failed')} failed`);
  if (options.writeDocs) writeDocs(reports);
  if (expect !== undefined && suites.length > 0 && passed < expect) {
    console.error(`Expected at least ${expect} to pass.`);
    process.exitCode = 1;
  }
}

/** Shared suites that are not there are named and left out. */
function open(names: readonly string[], filter: string | undefined): readonly Suite[] {
  const found = names.flatMap((name) => {
    const suite = openSuite(name);
    if (!suite)
      console.error(`${name}: skipped, for there is no ${SHARED_SHOWN}/${name} beside the repository.`);
    return suite ?? [];
  });
  if (filter === undefined) return found;
  const wanted = found.flatMap((suite) => narrowed(suite, filter) ?? []);
  if (wanted.length === 0 && found.length > 0)
    throw new UsageError(`No case or diagram has "${filter}" in its name.`);
  return wanted;
}

function sum(reports: readonly Report[], key: 'passed' | 'failed'): number {
  return reports.reduce((total, report) => total + report[key], 0);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}

const program = new Command('npm run conformance --')
  .description('Measures compiler and runtime against diagrams that others wrote.')
  .argument('[suites...]', `${NAMES.join(', ')}, or folders in one of their formats; default: all four`)
  .option('--filter <text>', 'only cases and diagrams whose name contains the text')
  .option('--json', 'print the reports as JSON')
  .option('--expect <count>', 'exit with 1 if fewer pass', wholeNumber)
  .option('--write-docs', 'write the figures to docs/conformance.md')
  .action(run)
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
