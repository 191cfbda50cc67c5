import { dirname } from 'node:path';
import { formatDiagnostic } from '../../bpmn/diagnostics/format';
import { coverageText } from '../../testing/scenarios/coverage/text';
import { explain } from '../explain';
import { stopSignal } from '../processes/stop-signal';
import { projectAround } from '../project';
import { changes } from '../watch';
import { coveredDiagrams, drawCoverage } from './coverage';
import { prepare, type Prepared } from './prepare';
import { diagramsWithIncidents } from './diagrams-with-incidents';
import { failureText, problemTexts, resultLine } from './print';
import { runFiles, verdictOf, type Result } from './run-files';
import { scenarioFiles } from './scenario-files';
import { asJson } from './as-json';
import { Workshops } from './workshop';

export interface TestOptions {
  readonly json?: boolean;
  /** Draws the coverage of each diagram. */
  readonly svg?: boolean;
}

/** One run of `baton test`; gives whether everything passed, and something was run. */
export async function testScenarios(
  paths: readonly string[],
  { json = false, svg = false }: TestOptions,
  signal: AbortSignal = stopSignal().signal,
): Promise<boolean> {
  signal.addEventListener('abort', endAtOnce);
  const began = performance.now();
  const say = (text: string) => {
    if (!json) console.log(text);
  };
  const files = scenarioFiles(paths);
  const prepared = await prepareAll(files);
  const results = await runFiles(prepared, signal, {
    onBundling: (count) => say(`Bundling the workflows of ${counted(count, 'file')}`),
    onStarting: (count) => {
      signal.removeEventListener('abort', endAtOnce);
      say(`Running ${counted(count, 'scenario')}`);
    },
    onResult: (result) => say(resultLine(result)),
  });
  if (signal.aborted) endAtOnce();
  signal.addEventListener('abort', endAtOnce);

  const failed = results.filter(({ failures }) => failures.length > 0);
  const covered = coveredDiagrams(prepared, results);
  const drawn = svg ? await drawCoverage(covered) : [];
  const drafts = results.filter((result) => verdictOf(result) === 'draft').length;
  const passed = results.length - failed.length - drafts;
  const failures = failed.length + prepared.filter(({ kind }) => kind === 'broken').length;
  if (json) {
    const coverage = covered.map((one) => one.coverage);
    console.log(JSON.stringify(asJson(prepared, results, coverage), null, 2));
  } else {
    for (const text of [...problemTexts(prepared), ...unexpected(failed), ...failed.map(failureText)])
      console.log(`\n${text}`);
    if (covered.length > 0) console.log(`\n${coverageText(covered.map(({ coverage }) => coverage))}`);
    const review =
      drafts > 0
        ? [`${counted(drafts, 'draft')} to review: say what must happen, and remove \`draft\`.`]
        : [];
    console.log(
      [
        '',
        ...drawn,
        ...review,
        `${counted(files.length, 'file')}, ${seconds(performance.now() - began)}`,
      ].join('\n'),
    );
    console.log(`${passed} passed, ${failures} failed`);
  }
  return failures === 0 && drafts === 0 && passed > 0;
}

/** Runs the scenarios, and again on each change of anything around them, until Ctrl-C. */
export async function followScenarios(paths: readonly string[], options: TestOptions): Promise<void> {
  const { signal } = stopSignal();
  const folders = scenarioFiles(paths).map((file) => projectAround(dirname(file))?.root ?? dirname(file));
  const changed = changes([...new Set(folders)], signal);
  const again = async () => {
    await testScenarios(paths, options, signal).catch((error: unknown) => {
      console.error(explain(error, { debug: false }).text);
    });
    if (!signal.aborted) console.error('Watching for changes, until Ctrl-C.');
  };
  await again();
  for await (const files of changed) {
    if (files.every((file) => file.endsWith('.svg'))) continue;
    await again();
  }
}

/** Where servers run, they end first: they would outlive this process. */
function endAtOnce(): void {
  process.exit(130);
}

async function prepareAll(files: readonly string[]): Promise<readonly Prepared[]> {
  const workshops = new Workshops(diagramsWithIncidents(files));
  const prepared: Prepared[] = [];
  for (const file of files) prepared.push(...(await prepare(file, workshops)));
  return prepared;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What the compiler says of diagrams that were to compile. */
function unexpected(failed: readonly Result[]): readonly string[] {
  const rejected = failed.filter(({ outcome }) => outcome === undefined).map(({ of }) => of);
  const errors = rejected.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'error'),
  );
  return [...new Set(errors)].map((diagnostic) => formatDiagnostic(diagnostic));
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
