import { compileDiagrams, diagnosticsOf, hasErrors } from '../diagrams/compile-diagrams';
import { sourcesBelow } from '../diagrams/diagram-files';
import { printDiagnostics } from '../diagrams/print-diagnostics';
import { summary } from '../diagrams/report';
import { saveCompiled } from '../diagrams/save';
import type { Project } from '../project';
import { say, stopwatch } from './say';

export interface CompiledProject {
  /** Whether there was no error; else nothing was written. */
  readonly ok: boolean;
  /** The compiled files, absolute. */
  readonly outputs: ReadonlySet<string>;
}

/** Compiles all diagrams of a project, and says what came of it. */
export async function compileProject(project: Project): Promise<CompiledProject> {
  const took = stopwatch();
  const diagrams = await compileDiagrams(sourcesBelow(project.workflows), { strict: false });
  printDiagnostics(diagnosticsOf(diagrams));
  const ok = !hasErrors(diagrams);
  const written = ok ? saveCompiled(diagrams).filter(({ state }) => state === 'written') : [];
  if (diagrams.length > 0) say(`Compiled ${summary(diagrams)} (${took()})`);
  for (const { file } of written) say(`Wrote ${file}`);
  return { ok, outputs: new Set(diagrams.flatMap(({ files }) => files.map(({ file }) => file))) };
}
