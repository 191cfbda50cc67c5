import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../../src/temporal/lock';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-lock-'));
  file = join(folder, 'x.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A pid that was in use and is not any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function writeLock(owner: { pid: number; host?: string }): void {
  writeFileSync(file, JSON.stringify({ token: 'theirs', host: hostname(), ...owner }));
}

test('only one holder at a time, whoever waits gets it in the end', async () => {
  let holders = 0;
  let most = 0;
  const work = async () => {
    holders += 1;
    most = Math.max(most, holders);
    await sleep(20);
    holders -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(file, work)));
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

test('returns what the work returns, and lets go when it fails', async () => {
  await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done');
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(file)).toBe(false);
});

test('the lock says who holds it', async () => {
  await withLock(file, () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
    return Promise.resolve();
  });
});

test('tells the waiting one who holds it', async () => {
  writeLock({ pid: process.pid });
  const waitsFor: unknown[] = [];
  const waiting = withLock(file, () => Promise.resolve(), { onWait: (pid) => waitsFor.push(pid) });
  while (waitsFor.length === 0) await sleep(20);
  expect(waitsFor).toEqual([process.pid]);
  rmSync(file);
  await waiting;
});

test('takes over from an owner that died', async () => {
  writeLock({ pid: deadPid() });
  await expect(withLock(file, () => Promise.resolve('mine'))).resolves.toBe('mine');
});

test('takes over from an owner that has been silent for long, alive or not', async () => {
  writeLock({ pid: process.pid });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  await expect(withLock(file, () => Promise.resolve('mine'))).resolves.toBe('mine');
});

test('does not judge owners on other machines by their pid', async () => {
  writeLock({ pid: deadPid(), host: 'elsewhere' });
  let taken = false;
  const waiting = withLock(file, () => Promise.resolve((taken = true)));
  await sleep(500);
  expect(taken).toBe(false);
  rmSync(file);
  await waiting;
});

test('many that find the same dead lock still work one at a time', async () => {
  writeLock({ pid: deadPid() });
  let holders = 0;
  let most = 0;
  const work = async () => {
    holders += 1;
    most = Math.max(most, holders);
    await sleep(10);
    holders -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)));
  expect(most).toBe(1);
});

test('does not remove a lock that somebody else took over meanwhile', async () => {
  await withLock(file, () => {
    writeLock({ pid: process.pid });
    return Promise.resolve();
  });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ token: 'theirs' });
});
