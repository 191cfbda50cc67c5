import { existsSync, statSync } from 'node:fs';
import { UsageError } from '../errors';
import { filesBelow } from '../files-below';
import { requireProject } from '../project';

/**
 * The diagrams that a command is to work on, sorted: the files that were named, those below the folders that were
 * named, or without any paths those of the project around the current folder.
 *
 * @throws {UsageError} when a path does not exist or holds no diagram
 */
export function diagramFiles(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return diagramsBelow(requireProject(undefined).workflows);
  const found = paths.flatMap((path) => {
    if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    if (!statSync(path).isDirectory()) return [path];
    const below = diagramsBelow(path);
    if (below.length === 0) throw new UsageError(`There are no diagrams (*.bpmn) in ${path}.`);
    return below;
  });
  return [...new Set(found)].sort();
}

/** All `*.bpmn` files below a folder, at any depth. */
export function diagramsBelow(folder: string): readonly string[] {
  return filesBelow(folder, /\.bpmn$/);
}
