import { ServerError, reasonOf } from '../errors';
import { withLock } from '../lock';
import { cacheFolder, makeWritable } from './cache-folder';
import { type CachedProgram, fillCache, readCache } from './cache';
import { download } from './download';
import type { Executable, LocateOptions } from './executable';
import { findOnPath } from './find-on-path';
import { GO_INSTALL_COMMAND, goInstall } from './go-install';
import { lastLines, runCommand } from './run-command';
import { noWayLeft, tryWays, type Way } from './ways';

const program: CachedProgram = {
  name: `temporal-cli-${process.platform}-${process.arch}`,
  file: process.platform === 'win32' ? 'temporal.exe' : 'temporal',
  check: checkCli,
};

const remedy =
  'Install the Temporal CLI (https://docs.temporal.io/cli), ' +
  'or set BATON_TEMPORAL_CLI to its executable, ' +
  `or install Go (1.21 or newer, with access to its modules; Baton then runs \`${GO_INSTALL_COMMAND}\`), ` +
  'or set TEMPORAL_ADDRESS to a server that is running.';

/**
 * Finds the Temporal CLI, or gets it: `BATON_TEMPORAL_CLI`, `temporal` on PATH, the cache, the official download,
 * `go install`, in this order. Several processes that need it at once share one download or build.
 *
 * @throws {@link ServerError} `no-executable` with the reason of each way; `bad-setting` when `BATON_TEMPORAL_CLI` names
 * something that does not run; `folder-not-writable` when the cache is needed and cannot be written.
 * @example
 * ```ts
 * const { path, source } = await locateCli({ onProgress: console.log });
 * ```
 */
export async function locateCli({ onProgress = () => undefined }: LocateOptions = {}): Promise<Executable> {
  const cache: Way = { name: `the cache`, find: () => readCache(program) };
  const atHand = await tryWays([fromEnvironment, fromPath, cache]);
  if (!Array.isArray(atHand)) return atHand;

  const folder = cacheFolder();
  makeWritable(folder, 'the cache folder', 'Make it writable, or set BATON_CACHE to a folder that is.');
  const made = await withLock(
    `${folder}/${program.name}.lock`,
    () =>
      tryWays([
        cache,
        {
          name: 'the official download',
          find: () =>
            fillCache(program, 'download', (target) =>
              download({ kind: 'cli', folder: target, file: program.file, what: 'Temporal CLI', onProgress }),
            ),
        },
        {
          name: 'building it with Go',
          find: () =>
            fillCache(program, 'go install', (target) => goInstall(target, program.file, onProgress)),
        },
      ]),
    {
      onWait: (pid) => {
        onProgress(`Waiting for process ${String(pid ?? '?')}, which is getting the Temporal CLI…`);
      },
    },
  );
  if (!Array.isArray(made)) return made;
  const beforeCache = atHand.slice(0, -1);
  throw noWayLeft('Temporal CLI', [...beforeCache, ...made], remedy);
}

const fromEnvironment: Way = {
  name: 'BATON_TEMPORAL_CLI',
  find: async () => {
    const path = process.env['BATON_TEMPORAL_CLI'];
    if (!path) throw new Error('not set');
    try {
      return { path, source: 'BATON_TEMPORAL_CLI', version: await checkCli(path) };
    } catch (error) {
      throw new ServerError(
        `BATON_TEMPORAL_CLI is set, but ${reasonOf(error)}. Set it to the Temporal CLI's executable, or unset it.`,
        { code: 'bad-setting', cause: error },
      );
    }
  },
};

const fromPath: Way = {
  name: '`temporal` on PATH',
  find: async () => {
    const path = findOnPath('temporal');
    if (path === undefined) throw new Error('there is none');
    return { path, source: 'PATH', version: await checkCli(path) };
  },
};

/** Runs `--version`, which tells a working Temporal CLI from a broken file and from another program of that name. */
async function checkCli(path: string): Promise<string> {
  const { ok, output, problem } = await runCommand(path, ['--version'], { timeoutMs: 20_000 });
  if (!ok) throw new Error(`${path} ${problem}`);
  const version = lastLines(output, 1);
  if (!version.startsWith('temporal version')) throw new Error(`${path} is not the Temporal CLI: ${version}`);
  return version;
}
