import { type CachedProgram, fillCache } from './cache';
import { download } from './download';
import type { Executable, LocateOptions } from './executable';
import { findOnPath } from './find-on-path';
import { GO_INSTALL_COMMAND, goInstall } from './go-install';
import { byVariable, locate } from './locate';
import { lastLines, runCommand } from './run-command';
import type { Way } from './ways';

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
export function locateCli({ onProgress = () => undefined }: LocateOptions = {}): Promise<Executable> {
  const what = 'Temporal CLI';
  const { file } = program;
  return locate({
    what,
    program,
    look: [byVariable('BATON_TEMPORAL_CLI', what, checkCli), onPath],
    make: [
      {
        name: 'the official download',
        find: () =>
          fillCache(program, 'download', (folder) =>
            download({ kind: 'cli', folder, file, what, onProgress }),
          ),
      },
      {
        name: 'building it with Go',
        find: () => fillCache(program, 'go install', (folder) => goInstall(folder, file, onProgress)),
      },
    ],
    remedy,
    onProgress,
  });
}

const onPath: Way = {
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
