import { existsSync, statSync } from 'node:fs';
import { UsageError } from '../errors';
import { filesBelow } from '../files-below';
import { requireProject } from '../project';
import { decisionFilesBelow } from './decision-files';

/**
 * The diagrams, and files of decisions, that a command is to work on, sorted: the files that were named, those below the folders that were
 * named, or without any paths those of the project around the current folder.
 *
 * @throws {UsageError} when a path does not exist or holds no diagram
 */
export function diagramFiles(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return sourcesBelow(requireProject(undefined).workflows);
  const found = paths.flatMap((path) => {
    if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    if (!statSync(path).isDirectory()) return [path];
    const below = sourcesBelow(path);
    if (below.length === 0) throw new UsageError(`There are no diagrams (*.bpmn) in ${path}.`);
    return below;
  });
  return [...new Set(found)].sort();
}

/** All diagrams and files of decisions below a folder. */
export function sourcesBelow(folder: string): readonly string[] {
  return [...diagramsBelow(folder), ...decisionFilesBelow(folder)];
}

/** All `*.bpmn` files below a folder, at any depth. */
export function diagramsBelow(folder: string): readonly string[] {
  return filesBelow(folder, /\.bpmn$/);
}
