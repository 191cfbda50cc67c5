import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Example } from './example';

export interface FoundExample {
  /** Name of its folder. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly example: Example;
}

const root = resolve(__dirname, '..', '..');

/** Names of the examples: the folders that have an `example.ts`. */
export function exampleNames(): readonly string[] {
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'example.ts')))
    .sort();
}

/** @throws Error that names the known examples, if there is none of that name */
export async function findExample(name: string): Promise<FoundExample> {
  const names = exampleNames();
  if (!names.includes(name)) throw unknown('example', name, names);
  const folder = join(root, name);
  const module = (await import(pathToFileURL(join(folder, 'example.ts')).href)) as { example: Example };
  return { name, folder, example: module.example };
}

/** @throws Error that names the example's failures, if it does not have this one */
export function checkFailure({ name, example }: FoundExample, failure: string | undefined): void {
  const known = Object.keys(example.failures);
  if (failure !== undefined && !known.includes(failure)) throw unknown(`failure of ${name}`, failure, known);
}

function unknown(what: string, name: string, known: readonly string[]): Error {
  return new Error(`There is no ${what} named "${name}". There are: ${known.join(', ') || 'none'}.`);
}
