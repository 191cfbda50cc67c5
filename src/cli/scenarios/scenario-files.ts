import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors';
import { filesBelow } from '../files-below';
import { isFolder } from '../paths';
import { projectAround } from '../project';

const SCENARIOS = /\.scenarios\.ya?ml$/;

/**
 * The files of scenarios that a command is to run, absolute and sorted: those that were named, those below the folders
 * that were named, or without any paths those of the project around the current folder.
 *
 * @throws {UsageError} when a path does not exist, or there are no such files
 */
export function scenarioFiles(paths: readonly string[]): readonly string[] {
  const given = paths.length > 0 ? paths : [projectAround('.')?.root ?? '.'];
  const found = given.flatMap((path) => {
    if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    if (!isFolder(path)) return [resolve(path)];
    const below = filesBelow(resolve(path), SCENARIOS);
    if (below.length === 0) throw new UsageError(`There are no scenarios (*.scenarios.yaml) in ${path}.`);
    return below;
  });
  return [...new Set(found)].sort();
}
