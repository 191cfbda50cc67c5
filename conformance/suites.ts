import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { collectImports, type ImportedTexts } from 'batonflow/compiler';

const ROOT = resolve(__dirname, '..');
/** Diagrams written by others; they live beside the repository, not in it. */
const SHARED = resolve(ROOT, '../shared/bpmn');

/** The shared suites, in the order in which they are reported. */
export const NAMES = ['betsy', 'constraints', 'real', 'miwg'] as const;

/** A folder of diagrams, with what is expected of them. Paths in it are relative to the folder. */
export type Suite = { readonly name: string; readonly folder: string } & Content;

type Content =
  | { readonly kind: 'behaviour'; readonly cases: readonly Case[] }
  | { readonly kind: 'constraints'; readonly files: readonly ConstraintFile[] }
  | { readonly kind: 'diagrams'; readonly files: readonly string[] };

/** A case of a `suite.json` about behaviour; the format is explained in the README of the shared suites. */
export interface Case {
  readonly id: string;
  readonly test: string;
  readonly group: string;
  readonly diagram: string;
  readonly process: string;
  readonly startFirst?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** ISO 8601 duration. */
  readonly advance: string;
  readonly expect: Expected;
}

export type Expected =
  | { readonly outcome: 'rejected' | 'rejected-or-failed' }
  | {
      readonly outcome: 'traced';
      readonly log: readonly string[];
      readonly parallel?: boolean;
      readonly marker?: boolean;
      readonly fails?: boolean;
      readonly failsWithCode?: string;
    };

/** A file of a `suite.json` about static rules. */
export interface ConstraintFile {
  readonly diagram: string;
  readonly valid: boolean;
  readonly constraint: string;
  readonly text: string | null;
  readonly executable: boolean;
}

/** A mistake of whoever runs this, to be told without a stack trace. */
export class UsageError extends Error {}

/** The suite of that name or in that folder; undefined if it is a shared one and those are not there. */
export function openSuite(nameOrFolder: string): Suite | undefined {
  const isName = (NAMES as readonly string[]).includes(nameOrFolder);
  const folder = isName ? join(SHARED, nameOrFolder) : resolve(nameOrFolder);
  if (isName && !existsSync(folder)) return undefined;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(
      `There is no folder ${nameOrFolder}, and no suite of that name (${NAMES.join(', ')}).`,
    );
  }
  const name = isName ? nameOrFolder : relative(process.cwd(), folder) || '.';
  return { name, folder, ...contentOf(folder) };
}

/** The part of a suite whose names contain `text`; undefined if there is none, for nothing measured is nothing wrong. */
export function narrowed(suite: Suite, text: string): Suite | undefined {
  const wanted = (name: string) => name.includes(text);
  if (suite.kind === 'behaviour') {
    const cases = suite.cases.filter(({ id }) => wanted(id));
    return cases.length > 0 ? { ...suite, cases } : undefined;
  }
  if (suite.kind === 'constraints') {
    const files = suite.files.filter(({ diagram }) => wanted(diagram));
    return files.length > 0 ? { ...suite, files } : undefined;
  }
  const files = suite.files.filter(wanted);
  return files.length > 0 ? { ...suite, files } : undefined;
}

/** Where the shared suites are looked for, as a person would write it. */
export const SHARED_SHOWN = relative(ROOT, SHARED);

export function readDiagram(suite: Suite, diagram: string): { readonly file: string; readonly xml: string } {
  return { file: diagram, xml: readFileSync(join(suite.folder, diagram), 'utf8') };
}

/** The BPMN files that a diagram imports. */
export function readImports(
  { folder }: Suite,
  { file, xml }: { readonly file: string; readonly xml: string },
): ImportedTexts {
  return collectImports(xml, (path) => {
    const imported = resolve(folder, dirname(file), path);
    return existsSync(imported) ? readFileSync(imported, 'utf8') : undefined;
  });
}

function contentOf(folder: string): Content {
  const index = join(folder, 'suite.json');
  if (existsSync(index)) return suiteIn(index);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.bpmn2?$/i.test(file))
    .sort();
  if (files.length > 0) return { kind: 'diagrams', files };
  throw new UsageError(`${folder} has neither a suite.json nor diagrams (*.bpmn).`);
}

function suiteIn(file: string): Content {
  const { cases, files } = read(file) as { cases?: readonly Case[]; files?: readonly ConstraintFile[] };
  if (Array.isArray(cases)) return { kind: 'behaviour', cases };
  if (Array.isArray(files)) return { kind: 'constraints', files };
  throw new UsageError(`${file} has neither "cases" nor "files".`);
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
