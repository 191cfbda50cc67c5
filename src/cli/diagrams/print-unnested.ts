import { shown } from '../paths';
import type { CompiledDiagram } from './compile-diagrams';

/** For each process: which parts became functions that go on at one another, where, and why. */
export function printUnnested(diagrams: readonly CompiledDiagram[]): void {
  for (const { file, processes } of diagrams) {
    for (const { id, unnested } of processes) {
      if (unnested.length === 0) console.log(`${shown(file)} ${id}: everything nests.`);
      for (const { position, text } of unnested) {
        console.log(`${shown(file)}:${position.line}:${position.column} ${text}`);
      }
    }
  }
}
