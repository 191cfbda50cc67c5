import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { speaksOfIncidents } from '../../testing/scenarios/file/incidents';
import { readScenarios } from '../../testing/scenarios/file/read';
import { shown } from '../paths';

/**
 * The diagrams of which some scenario speaks of incidents. Asked of all files at first, for a diagram is compiled once.
 *
 * @param files - of scenarios; what is wrong with them is told when they are prepared
 */
export function diagramsWithIncidents(files: readonly string[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) => {
      const { diagram, scenarios = [] } = contentOf(file) ?? {};
      return diagram !== undefined && scenarios.some(speaksOfIncidents)
        ? [resolve(dirname(file), diagram)]
        : [];
    }),
  );
}

function contentOf(file: string) {
  try {
    return readScenarios(shown(file), readFileSync(file, 'utf8')).scenarios?.content;
  } catch {
    return undefined;
  }
}
