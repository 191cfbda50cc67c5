import { shown } from '../paths';
import { isUpToDate, writeFiles } from '../write-files';
import type { CompiledDiagram } from './compile-diagrams';
import type { FileState } from './report';

/** Writes what diagrams compiled to, all of it or nothing. */
export function saveCompiled(diagrams: readonly CompiledDiagram[]): readonly FileState[] {
  const files = diagrams.flatMap((diagram) => diagram.files);
  const written = new Set(writeFiles(files));
  return files.map((file) => ({
    file: shown(file.file),
    state: written.has(file) ? 'written' : 'unchanged',
  }));
}

/** Compares what diagrams compile to with what is on disk. */
export function checkCompiled(diagrams: readonly CompiledDiagram[]): readonly FileState[] {
  const files = diagrams.flatMap((diagram) => diagram.files);
  return files.map((file) => ({ file: shown(file.file), state: isUpToDate(file) ? 'unchanged' : 'stale' }));
}
