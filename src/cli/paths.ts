import { existsSync, statSync } from 'node:fs';
import { relative } from 'node:path';

export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A path as one would type it from the current folder; absolute where that would lead upwards. */
export function shown(path: string): string {
  const below = relative('.', path);
  if (below === '') return '.';
  return below.startsWith('..') ? path : below;
}
