import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that never hold sources of a project. */
const NOT_SOURCES: ReadonlySet<string> = new Set(['node_modules', 'dist', 'coverage']);

/** The source files below a folder, at any depth, sorted: without hidden, installed and built ones. */
export function filesBelow(folder: string, name = /./): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || NOT_SOURCES.has(entry.name)) return [];
      if (entry.isDirectory()) return filesBelow(path, name);
      return name.test(entry.name) ? [path] : [];
    })
    .sort();
}
