import type { CompileResult } from '../../bpmn/compile';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { shown } from '../paths';
import type { Project } from '../project';
import type { TextFile } from '../write-files';
import { fileDiagnostic } from './file-diagnostic';
import { moduleSpecifier } from './module-specifier';
import { reexportedFiles } from './reexports';

/** Warns of compiled workflow functions that no worker would know, because the project's index does not export them. */
export function checkExports(
  files: readonly TextFile[],
  processes: CompileResult['processes'],
  project: Project | undefined,
): readonly Diagnostic[] {
  const missing = missingExport(files, project);
  if (!missing) return [];
  const { index, module } = missing;
  const names = processes.map(({ functionName }) => functionName).join(', ');
  return fileDiagnostic(index, 'not-exported', { function: names, index: shown(index), module });
}

/** What the index of a project's workflows would have to export of a diagram's files, and does not. */
export function missingExport(
  files: readonly TextFile[],
  project: Project | undefined,
): { readonly index: string; readonly module: string } | undefined {
  const index = project?.workflowsIndex;
  const workflow = files.find(({ file }) => file.endsWith('.workflow.ts'))?.file;
  if (index === undefined || workflow === undefined || reexportedFiles(index).has(workflow)) return undefined;
  return { index, module: moduleSpecifier(index, workflow) };
}
