import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf } from './diagram';
import { keyOf, sections, type Executed } from './page';

const FILE = join(__dirname, 'executed.json');

/** What the last measurement of betsy found. */
export function readExecuted(): Executed {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Executed;
}

/** @param files - diagrams that ran as they should */
export function writeExecuted(files: readonly string[]): Executed {
  const diagrams = files.map((file) => elementsOf(file, readFileSync(file, 'utf8')));
  const counts = sections.flatMap((section) =>
    section.rows.map((row): [string, number] => [
      keyOf(section, row),
      diagrams.filter((elements) => elements.some(row.is)).length,
    ]),
  );
  const executed = Object.fromEntries(counts.filter(([, count]) => count > 0));
  writeFileSync(FILE, `${JSON.stringify(executed, null, 2)}\n`);
  return executed;
}
