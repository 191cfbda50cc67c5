import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Generated code goes here: inside of the repository, so that it finds `batonflow/…` as the examples do. */
const CACHE = resolve(__dirname, '../.cache/conformance');

/** A suite's folder, emptied of what an earlier run left. */
export function workFolder(suite: string): string {
  const folder = join(CACHE, suite.replace(/[^\w-]+/g, '_'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function writeText(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
