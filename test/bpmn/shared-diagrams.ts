import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type ImportedTexts, collectImports } from '../../src/bpmn/1-parse/imports';

/** Diagrams by others, which lie beside the repository on machines that have them and are never copied into it. */
const FOLDER = join(__dirname, '../../../shared/bpmn');

export interface SharedDiagram {
  readonly name: string;
  readonly xml: string;
}

/** All diagrams of a group (`real`, `miwg`, `betsy`, `constraints`); empty where the folder is not there. */
export function sharedDiagrams(group: string): SharedDiagram[] {
  const folder = join(FOLDER, group);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.bpmn'))
    .sort()
    .map((file) => ({ name: relative('.', file), xml: readFileSync(join(folder, file), 'utf8') }));
}

export interface ConstraintCase {
  readonly name: string;
  readonly xml: string;
  readonly imports: ImportedTexts;
  readonly constraint: string;
  readonly valid: boolean;
  readonly executable: boolean;
}

export function constraintCases(): ConstraintCase[] {
  const file = join(FOLDER, 'constraints/suite.json');
  if (!existsSync(file)) return [];
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as {
    files: { diagram: string; constraint: string; valid: boolean; executable: boolean }[];
  };
  return files.map(({ diagram, ...rest }) => {
    const path = join(FOLDER, 'constraints', diagram);
    const xml = readFileSync(path, 'utf8');
    const imports = collectImports(xml, (location) => readIfThere(join(dirname(path), location)));
    return { ...rest, name: basename(diagram), xml, imports };
  });
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** `describe` where there is something to test; else skipped, with the reason in its name. */
export function describeShared(name: string, items: readonly unknown[], body: () => void): void {
  if (items.length > 0) describe(name, body);
  else {
    describe.skip(`${name}: ../shared/bpmn is not there`, () => {
      test('skipped', () => undefined);
    });
  }
}
