import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { collectImports, type ImportedTexts } from '../../bpmn/1-parse/imports';
import { compile, type CompileOptions, type CompileResult } from '../../bpmn/compile';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { fileProblem } from '../errors';
import { filesBelow } from '../files-below';
import { shown } from '../paths';
import { projectAround, type Project } from '../project';
import type { TextFile } from '../write-files';
import { checkExports } from './check-exports';
import { decisionFiles, isDecisionFile, type DecisionFiles } from './decision-files';
import { fileDiagnostic } from './file-diagnostic';
import { surroundingsReader, type Surroundings } from './surroundings';

/** A diagram, or a file of decisions, which has no processes. */
export interface CompiledDiagram {
  /** Absolute. */
  readonly file: string;
  /** Its text; empty when it cannot be read. */
  readonly xml: string;
  readonly project: Project | undefined;
  /** Names of the activities that the project has; undefined where they are not known. */
  readonly activities: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Empty when there is an error. */
  readonly files: readonly TextFile[];
  readonly processes: CompileResult['processes'];
}

/**
 * Compiles diagrams, each with the schema beside it and the activities of its project; writes nothing. What is wrong
 * with them and with what stands around them is in the diagnostics, so that all of it can be shown together.
 */
export async function compileDiagrams(
  files: readonly string[],
  { strict }: { readonly strict: boolean },
): Promise<readonly CompiledDiagram[]> {
  const decisions = decisionFiles({ strict });
  const surroundingsOf = surroundingsReader(decisions);
  const compiled: CompiledDiagram[] = [];
  const all = files.map((file) => resolve(file));
  for (const file of all.filter((file) => !isDecisionFile(file))) {
    const surroundings = await surroundingsOf(file);
    const diagram = await compileDiagram(file, surroundings, strict);
    compiled.push(diagram);
    all.push(...calledDecisionFiles(diagram, decisions));
  }
  const decisionsOf = new Set(all.filter(isDecisionFile));
  return [...compiled, ...[...decisionsOf].sort().map((file) => compiledDecisions(file, decisions))];
}

/** The files of decisions that a diagram calls: its code imports what they compile to. */
function calledDecisionFiles(
  { file, processes }: CompiledDiagram,
  decisions: DecisionFiles,
): readonly string[] {
  const called = new Set(processes.flatMap(({ decisions }) => decisions.map(({ decision }) => decision)));
  if (called.size === 0) return [];
  return decisions.around(file).flatMap((one) => (called.has(one.id) ? [one.file] : []));
}

function compiledDecisions(file: string, decisions: DecisionFiles): CompiledDiagram {
  const { xml, diagnostics, files } = decisions.compile(file);
  return {
    file,
    xml,
    project: projectAround(file),
    activities: undefined,
    diagnostics,
    files,
    processes: [],
  };
}

/** All diagnostics, each once, in the order of the diagrams. */
export function diagnosticsOf(diagrams: readonly CompiledDiagram[]): readonly Diagnostic[] {
  return [...new Set(diagrams.flatMap(({ diagnostics }) => diagnostics))];
}

/** Whether any diagram has an error (not just a warning). */
export function hasErrors(diagrams: readonly CompiledDiagram[]): boolean {
  return diagnosticsOf(diagrams).some(isError);
}

async function compileDiagram(
  file: string,
  { project, options, diagnostics }: Surroundings,
  strict: boolean,
): Promise<CompiledDiagram> {
  const about = { file, project, activities: options.activities };
  let xml: string;
  try {
    xml = readFileSync(file, 'utf8');
  } catch (error) {
    const unreadable = fileDiagnostic(file, 'file-unreadable', { problem: fileProblem(error) });
    return { ...about, xml: '', diagnostics: unreadable, files: [], processes: [] };
  }
  const imports = importsOf(file, xml);
  const forms = formsBelow(dirname(file));
  const result = await compile({ file: shown(file), xml }, { ...options, imports, forms, strict });
  const files = result.files.map(({ file: name, content }) => ({
    file: join(dirname(file), basename(name)),
    content,
  }));
  const all = [...diagnostics, ...result.diagnostics, ...checkExports(files, result.processes, project)];
  return {
    ...about,
    xml,
    diagnostics: all,
    files: all.some(isError) ? [] : files,
    processes: result.processes,
  };
}

/** The BPMN files that a diagram imports; the compiler says which of them could not be read. */
function importsOf(file: string, xml: string): ImportedTexts {
  return collectImports(xml, (path) => {
    try {
      return readFileSync(resolve(dirname(file), path), 'utf8');
    } catch {
      return undefined;
    }
  });
}

/** The forms that its user tasks may name. */
function formsBelow(folder: string): NonNullable<CompileOptions['forms']> {
  return filesBelow(folder, /\.form$/).map((form) => ({
    file: shown(form),
    text: readFileSync(form, 'utf8'),
  }));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
