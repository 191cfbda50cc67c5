import { dirname, resolve } from 'node:path';
import { explain } from '../explain';
import { stopSignal } from '../processes/stop-signal';
import { projectAround } from '../project';
import { changes } from '../watch';
import { compileAndReport, type CompileRunOptions } from './compile-and-report';
import type { CompiledDiagram } from './compile-diagrams';
import { diagramFiles } from './diagram-files';

/** Compiles, and compiles again on each change of the diagrams and of what stands around them, until Ctrl-C. */
export async function followDiagrams(paths: readonly string[], options: CompileRunOptions): Promise<void> {
  const { signal } = stopSignal();
  const changed = changes(foldersAround(diagramFiles(paths)), signal);
  let diagrams = await compileAndSay(paths, options);
  for await (const files of changed) {
    const outputs = new Set(diagrams.flatMap((diagram) => diagram.files.map(({ file }) => file)));
    if (files.every((file) => outputs.has(file))) continue;
    diagrams = await compileAndSay(paths, options);
  }
}

async function compileAndSay(
  paths: readonly string[],
  options: CompileRunOptions,
): Promise<readonly CompiledDiagram[]> {
  const { diagrams, failure } = await compileAndReport(paths, options);
  if (failure !== undefined) console.error(explain(failure, { debug: false }).text);
  console.error('Watching for changes, until Ctrl-C.');
  return diagrams;
}

/** Where changes matter to these diagrams. */
function foldersAround(diagrams: readonly string[]): readonly string[] {
  return [...new Set(diagrams.map((file) => projectAround(file)?.source ?? dirname(resolve(file))))];
}
