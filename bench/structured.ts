import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pass } from '../conformance/diagrams/stages';
import { table } from './figures';

const FOLDER = resolve(__dirname, '../../shared/bpmn');
const GROUPS = ['real', 'miwg', 'betsy'];

/**
 * On diagrams by others: the share of processes and sub-processes that are plain statements, without a part that falls
 * to local functions. Diagrams that do not get to structuring are counted apart. Figures, not ratios of two runs.
 */
export function structured(): Promise<void> {
  console.log('\nStructured scopes, on diagrams by others\n');
  const groups = GROUPS.map((group) => ({ group, files: diagramsIn(join(FOLDER, group)) }));
  const found = groups.filter(({ files }) => files.length > 0);
  if (found.length === 0) {
    console.log('../shared/bpmn is not there: nothing to measure.');
    return Promise.resolve();
  }
  const rows = found.map(({ group, files }) => {
    const passages = files.map((file) => pass({ file, xml: readFileSync(file, 'utf8') }));
    const all = passages.reduce((sum, { scopes }) => sum + scopes.all, 0);
    const plain = passages.reduce((sum, { scopes }) => sum + scopes.structured, 0);
    const read = passages.filter(({ scopes }) => scopes.all > 0).length;
    return { group, files: files.length, read, all, plain };
  });
  table(
    ['', 'diagrams', 'reach this phase', 'scopes', 'plain statements', 'share'],
    rows.map(({ group, files, read, all, plain }) => [
      group,
      files,
      read,
      all,
      plain,
      all === 0 ? '–' : `${((100 * plain) / all).toFixed(1)} %`,
    ]),
  );
  return Promise.resolve();
}

function diagramsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.bpmn'))
    .sort()
    .map((file) => join(folder, file));
}
