import { formatDiagnostic } from '../../bpmn/diagnostics/format';
import { stopSignal } from '../processes/stop-signal';
import { prepare, type Prepared } from './prepare';
import { failureText, problemTexts, resultLine } from './print';
import { runFiles, type Result } from './run-files';
import { scenarioFiles } from './scenario-files';
import { asJson } from './as-json';
import { Workshops } from './workshop';

export interface TestOptions {
  readonly json?: boolean;
}

/** One run of `baton test`; gives whether everything passed, and something was run. */
export async function testScenarios(
  paths: readonly string[],
  { json = false }: TestOptions,
): Promise<boolean> {
  const { signal } = stopSignal();
  const began = performance.now();
  const say = (text: string) => {
    if (!json) console.log(text);
  };
  const files = scenarioFiles(paths);
  const workshops = new Workshops();
  const prepared: Prepared[] = [];
  for (const file of files) prepared.push(await prepare(file, workshops));
  const results = await runFiles(prepared, signal, {
    onBundling: (count) => say(`Bundling the workflows of ${counted(count, 'file')}`),
    onStarting: (count) => say(`Running ${counted(count, 'scenario')}`),
    onResult: (result) => say(resultLine(result)),
  });
  if (signal.aborted) return false;
  const broken = prepared.filter(({ kind }) => kind === 'broken');
  const failed = results.filter(({ failures }) => failures.length > 0);
  const passed = results.length - failed.length;
  const failures = failed.length + broken.length;
  if (json) console.log(JSON.stringify(asJson(prepared, results), null, 2));
  else {
    for (const text of [...problemTexts(prepared), ...unexpected(failed), ...failed.map(failureText)])
      console.log(`\n${text}`);
    console.log(`\n${counted(files.length, 'file')}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    console.log(`${passed} passed, ${failures} failed`);
  }
  return failures === 0 && passed > 0;
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
