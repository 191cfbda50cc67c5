import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { collectImports } from '../../bpmn/1-parse/imports';
import type { KnownProcess } from '../../bpmn/4-emit/callees';
import { compile, type CompileResult } from '../../bpmn/compile';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { diagramGraph, type DiagramGraph } from '../../bpmn/diagram-graph';
import type { DecisionFiles } from '../diagrams/decision-files';
import type { Surroundings } from '../diagrams/surroundings';
import { shown } from '../paths';
import type { TextFile } from '../write-files';

/** A diagram as scenarios run it. */
export interface TracedDiagram {
  /** Absolute. */
  readonly file: string;
  readonly xml: string;
  readonly graph: DiagramGraph;
  readonly processes: CompileResult['processes'];
  /** What it compiles to, where it would be written; empty when there is an error. */
  readonly files: readonly TextFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a diagram so that its runs tell which flows they take; with `alone`, outside of any project. */
export async function compileTraced(
  file: string,
  { options, diagnostics }: Surroundings,
  decisions: DecisionFiles,
  alone?: {
    readonly deployment: string;
    readonly processes: readonly KnownProcess[];
    readonly incidents?: 'possible';
  },
): Promise<TracedDiagram> {
  const xml = readFileSync(file, 'utf8');
  const { modules, variables, tasks, messages, broadcasts, incidents, decisions: known } = options;
  const own = alone && {
    ...(variables && { variables }),
    ...(tasks && { tasks }),
    ...(messages && { messages }),
    ...(broadcasts && { broadcasts }),
    ...(known && { decisions: known }),
    ...(incidents !== undefined && { incidents }),
    ...(modules?.schema !== undefined && { modules: { schema: modules.schema } }),
    ...alone,
  };
  const result = await compile(
    { file: shown(file), xml },
    { ...(own ?? options), imports: importsOf(file, xml), trace: true },
  );
  const called = calledDecisions(file, result.processes, decisions);
  const all = [...diagnostics, ...result.diagnostics, ...called.flatMap((one) => one.diagnostics)];
  const files = result.files.map(({ file: name, content }) => ({
    file: join(dirname(file), basename(name)),
    content,
  }));
  return {
    file,
    xml,
    graph: diagramGraph({ file: shown(file), xml }),
    processes: result.processes,
    files: all.some(({ severity }) => severity === 'error')
      ? []
      : [...files, ...called.flatMap((one) => one.files)],
    diagnostics: all,
  };
}

/** The files of decisions that a diagram calls: its code imports what they compile to. */
function calledDecisions(file: string, processes: CompileResult['processes'], known: DecisionFiles) {
  const called = new Set(processes.flatMap(({ decisions }) => decisions.map(({ decision }) => decision)));
  if (called.size === 0) return [];
  const homes = known.around(file).flatMap((one) => (called.has(one.id) ? [one.file] : []));
  return [...new Set(homes)].map((home) => known.compile(home));
}

/** The texts of the files that a diagram imports. */
export function importsOf(file: string, xml: string) {
  return collectImports(xml, (path) => {
    try {
      return readFileSync(resolve(dirname(file), path), 'utf8');
    } catch {
      return undefined;
    }
  });
}
