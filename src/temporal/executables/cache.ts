import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../errors';
import { isErrno } from '../lock';
import { cacheFolder } from './cache-folder';
import type { Executable } from './executable';

/** What a cache entry holds. */
export interface CachedProgram {
  /** Folder of the entry: `<name>` in the cache folder. */
  readonly name: string;
  /** The executable's file name in that folder. */
  readonly file: string;
  /** Runs the executable in the least way that shows it works; resolves to its version, rejects if it does not. */
  readonly check: (path: string) => Promise<string>;
}

/** Record beside the executable, written last: an entry without it was not finished. */
interface EntryRecord {
  /** Size of every other file of the entry, by its path in it. */
  readonly files: Readonly<Record<string, number>>;
  readonly version: string;
  readonly source: string;
  readonly created: string;
}

const RECORD = 'entry.json';

/** The cached executable, after a check that it is whole and runs. Rejects with the reason if there is none. */
export async function readCache(program: CachedProgram): Promise<Executable> {
  const folder = join(cacheFolder(), program.name);
  const { files } = await readRecord(folder);
  const present = await sizesIn(folder);
  for (const [name, size] of Object.entries(files)) {
    if (present[name] === size) continue;
    const path = join(folder, name);
    throw new Error(`${path} is damaged: ${String(present[name] ?? 0)} bytes instead of ${String(size)}`);
  }
  const path = join(folder, program.file);
  return { path, source: 'cache', version: await program.check(path) };
}

async function readRecord(folder: string): Promise<EntryRecord> {
  try {
    return JSON.parse(await readFile(join(folder, RECORD), 'utf8')) as EntryRecord;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) throw new Error(`nothing in ${folder}`, { cause: error });
    throw new Error(`${join(folder, RECORD)} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Makes a cache entry: `produce` fills a temporary folder, which takes the entry's place in one step once the
 * executable in it is checked. To be called by the holder of the entry's lock only.
 */
export async function fillCache(
  program: CachedProgram,
  source: string,
  produce: (folder: string) => Promise<void>,
): Promise<Executable> {
  const cache = cacheFolder();
  await removeLeftovers(cache, program.name);
  const temporary = join(cache, `${program.name}.tmp-${randomUUID()}`);
  await mkdir(temporary, { recursive: true });
  try {
    await produce(temporary);
    const version = await program.check(join(temporary, program.file));
    const files = await sizesIn(temporary);
    const record: EntryRecord = { files, version, source, created: new Date().toISOString() };
    await writeFile(join(temporary, RECORD), `${JSON.stringify(record, null, 2)}\n`);
    const folder = join(cache, program.name);
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
    return { path: join(folder, program.file), source, version };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => [name, await stat(join(folder, name))] as const));
  return Object.fromEntries(
    sizes.filter(([, found]) => found.isFile()).map(([name, { size }]) => [name, size]),
  );
}

/** What killed builds left behind; nobody else is building, since we hold the lock. */
async function removeLeftovers(cache: string, name: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    if (entry.startsWith(`${name}.tmp-`)) await rm(join(cache, entry), { recursive: true, force: true });
  }
}
