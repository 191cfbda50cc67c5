import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts a program of ./programs in a process group of its own, as a shell does. */
export function startProgram(name: string, args: string[] = [], env = process.env): ChildProcess {
  return spawn(process.execPath, [join(__dirname, 'programs', name), ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The first line that a program prints; rejects with its complaint if it ends without one. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [line, ...more] = output.split('\n');
      if (line !== undefined && more.length > 0) resolve(line);
    });
    child.once('close', () => {
      reject(new Error(complaint));
    });
  });
}

export function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) =>
    child.once('exit', (code, signal) => {
      resolve(code ?? signal);
    }),
  );
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended stays in the table as a zombie until its parent asks.
    return !ps('stat', pid).startsWith('Z');
  } catch {
    return false;
  }
}

/** A column of `ps` for one process. */
export function ps(column: string, pid: number): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
}

/** Waits for something that has to come true soon. */
export async function eventually(what: string, test: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (await test()) return;
    await sleep(50);
  }
  throw new Error(`Still not so: ${what}`);
}
