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
  const index = project?.workflowsIndex;
  const workflow = files.find(({ file }) => file.endsWith('.workflow.ts'))?.file;
  if (index === undefined || workflow === undefined || reexportedFiles(index).has(workflow)) return [];
  const names = processes.map(({ functionName }) => functionName).join(', ');
  const module = moduleSpecifier(index, workflow);
  return fileDiagnostic(index, 'not-exported', { function: names, index: shown(index), module });
}
