import { relative } from 'node:path';

/** A path as one would type it from the current folder; absolute where that would lead upwards. */
export function shown(path: string): string {
  const below = relative('.', path);
  if (below === '') return '.';
  return below.startsWith('..') ? path : below;
}
