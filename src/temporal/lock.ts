import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { propertyOf } from './errors';

/** A lock whose owner has not touched it for this long is stale, whatever its owner's pid says. */
const STALE_MS = 30_000;
const HEARTBEAT_MS = 2_000;
const POLL_MS = 200;

interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

export interface LockOptions {
  /** Called once if somebody else holds the lock; `pid` is theirs, if they are known. */
  readonly onWait?: (pid: number | undefined) => void;
}

/**
 * Runs `work` while no other process does so under the same lock file. The owner writes its pid and keeps touching the
 * file; a lock of a dead or silent owner is taken over, so nothing waits for a process that was killed.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const owner: Owner = { token: randomUUID(), pid: process.pid, host: hostname() };
  await acquire(file, owner, options);
  const heartbeat = setInterval(() => void touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await release(file, owner);
  }
}

async function acquire(file: string, owner: Owner, { onWait }: LockOptions): Promise<void> {
  let announced = false;
  while (!(await create(file, owner))) {
    if (await isStale(file)) {
      await removeStale(file);
      continue;
    }
    if (!announced) onWait?.((await readOwner(file))?.pid);
    announced = true;
    await sleep(POLL_MS);
  }
}

/** Of several that try, one creates the file; `false` for the others. */
async function create(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  const touched = await stat(file).catch(() => undefined);
  if (touched === undefined) return false;
  if (Date.now() - touched.mtimeMs > STALE_MS) return true;
  const owner = await readOwner(file);
  return owner !== undefined && owner.host === hostname() && !isAlive(owner.pid);
}

/**
 * Of several that found the same lock stale, only one may remove it: the others would remove the lock that the first
 * one then takes. A folder is the atomic guard, and staleness is asked again inside.
 */
async function removeStale(file: string): Promise<void> {
  const guard = `${file}.takeover`;
  try {
    await mkdir(guard);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
    const since = await stat(guard).catch(() => undefined);
    if (since !== undefined && Date.now() - since.mtimeMs > STALE_MS)
      await rmdir(guard).catch(() => undefined);
    await sleep(POLL_MS);
    return;
  }
  try {
    if (await isStale(file)) await rm(file, { force: true });
  } finally {
    await rmdir(guard);
  }
}

async function release(file: string, owner: Owner): Promise<void> {
  const current = await readOwner(file);
  if (current?.token === owner.token) await rm(file, { force: true });
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  // Somebody who thought us dead may have removed it; the work goes on, and its result is put in place atomically.
  await utimes(file, now, now).catch(() => undefined);
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** Whether a process of this machine is there; one that belongs to another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
}

/** Whether a call of the operating system failed with this code, such as `ENOENT`. */
export function isErrno(error: unknown, code: string): boolean {
  return propertyOf(error, 'code') === code;
}
