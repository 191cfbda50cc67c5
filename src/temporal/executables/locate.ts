import { join } from 'node:path';
import { ServerError, reasonOf } from '../errors';
import { withLock } from '../lock';
import { type CachedProgram, readCache } from './cache';
import { cacheFolder, makeWritable } from './cache-folder';
import type { Executable } from './executable';
import { noWayLeft, tryWays, type Way } from './ways';

export interface Search {
  /** What is looked for, as a person would name it: `Temporal CLI`. */
  readonly what: string;
  readonly program: CachedProgram;
  /** Ways that only look; they come before the cache. */
  readonly look: readonly Way[];
  /** Ways that download or build; they come after the cache, and fill it. */
  readonly make: readonly Way[];
  /** What a person can do when no way works. */
  readonly remedy: string;
  readonly onProgress: (message: string) => void;
}

/**
 * Looks, then asks the cache, then makes. Of several processes that get as far as making, one does it and the others
 * find its result in the cache.
 */
export async function locate(search: Search): Promise<Executable> {
  const { what, program, look, make, remedy, onProgress } = search;
  const cache: Way = { name: 'the cache', find: () => readCache(program) };
  const found = await tryWays([...look, cache]);
  if (!Array.isArray(found)) return found;

  const folder = cacheFolder();
  makeWritable(folder, 'the cache folder', 'Make it writable, or set BATON_CACHE to a folder that is.');
  const made = await withLock(join(folder, `${program.name}.lock`), () => tryWays([cache, ...make]), {
    onWait: (pid) => {
      onProgress(`Waiting for process ${String(pid ?? '?')}, which is getting the ${what}…`);
    },
  });
  if (!Array.isArray(made)) return made;
  throw noWayLeft(what, [...found.slice(0, -1), ...made], remedy);
}

/** The way by an environment variable that names the executable. One that names something else is a mistake. */
export function byVariable(variable: string, what: string, check: CachedProgram['check']): Way {
  return {
    name: variable,
    find: async () => {
      const path = process.env[variable];
      if (!path) throw new Error('not set');
      try {
        return { path, source: variable, version: await check(path) };
      } catch (error) {
        throw new ServerError(
          `${variable} is set, but ${reasonOf(error)}. Set it to the executable of the ${what}, or unset it.`,
          { code: 'bad-setting', cause: error },
        );
      }
    },
  };
}
