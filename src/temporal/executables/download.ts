import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunResult, lastLines, runCommand } from './run-command';

/** Give up when nothing arrives for this long: a network that drops packets must not hang the start. */
const SILENCE_MS = 20_000;
const TOTAL_MS = 15 * 60_000;
const LOOK_MS = 2_000;

export interface Download {
  readonly kind: 'cli' | 'test-server';
  /** Folder to download into. */
  readonly folder: string;
  /** Name that the executable is to have there. */
  readonly file: string;
  readonly what: string;
  readonly onProgress: (message: string) => void;
}

/**
 * The official download, done by @temporalio/testing (whose choice of version fits the SDK in use).
 * Rejects with the reason when it is refused, or when nothing arrives for 20 seconds.
 */
export async function download({ kind, folder, file, what, onProgress }: Download): Promise<void> {
  onProgress(`Downloading the ${what}…`);
  const stalled = new AbortController();
  const watch = watchSize(folder, onProgress, what, stalled);
  try {
    const result = await runCommand(process.execPath, [join(__dirname, 'download-main.js'), kind, folder], {
      timeoutMs: TOTAL_MS,
      signal: stalled.signal,
      supervised: true,
    });
    const downloaded = (await readdir(folder)).find(
      (name) => name.startsWith('temporal-') && !isPartial(name),
    );
    // A server that was downloaded but did not come up in the SDK's 5 seconds is judged by its own check instead.
    if (downloaded === undefined) throw new Error(whyNot(result));
    await rename(join(folder, downloaded), join(folder, file));
  } finally {
    clearInterval(watch);
  }
}

/** The SDK repeats the address, with all its parameters, before it says what was wrong. */
function whyNot({ output, problem }: RunResult): string {
  const host = /for url \((https?:\/\/[^/)]+)/.exec(output)?.[1];
  if (host !== undefined) return `${host} cannot be reached: ${output.trim().split(': ').at(-1) ?? problem}`;
  return lastLines(output, 2) || `the download ${problem}`;
}

function watchSize(
  folder: string,
  onProgress: (message: string) => void,
  what: string,
  stalled: AbortController,
): NodeJS.Timeout {
  let size = 0;
  let changed = Date.now();
  return setInterval(() => {
    void sizeOf(folder).then((now) => {
      if (now > size) changed = Date.now();
      size = Math.max(size, now);
      if (Date.now() - changed > SILENCE_MS) {
        stalled.abort(`stalled: nothing arrived for ${String(SILENCE_MS / 1000)} s`);
      } else {
        onProgress(`Downloading the ${what}… ${size === 0 ? 'waiting' : `${(size / 1e6).toFixed(0)} MB`}`);
      }
    });
  }, LOOK_MS);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}

/** The SDK's name for a file that it has not finished. */
function isPartial(name: string): boolean {
  return name.endsWith('.downloading');
}
