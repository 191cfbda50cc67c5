import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { reasonOf } from '../errors';
import { type CachedProgram, fillCache } from './cache';
import { download } from './download';
import type { Executable, LocateOptions } from './executable';
import { buildJavaTestServer } from './java-test-server';
import { byVariable, locate } from './locate';
import { lastLines, runCommand } from './run-command';
import { writeNativeLauncher } from './test-server-launchers';

const program: CachedProgram = {
  name: `temporal-test-server-${process.platform}-${process.arch}`,
  file: process.platform === 'win32' ? 'temporal-test-server.exe' : 'temporal-test-server',
  check: checkTestServer,
};

const remedy =
  'Allow the download, or install a JDK (11 or newer) and Maven with access to Maven Central, ' +
  "or set BATON_TEST_SERVER to an executable of Temporal's test server.";

/**
 * Finds the time-skipping test server, or gets it: `BATON_TEST_SERVER`, the cache, the official download, the Java
 * artifact `io.temporal:temporal-test-server` with a launcher, in this order. Its path is what
 * `TestWorkflowEnvironment.createTimeSkipping` takes as an existing executable. The launcher ends the server when the
 * process that started it ends, however it ends.
 *
 * @throws {@link ServerError} `no-executable` with the reason of each way; `bad-setting` when `BATON_TEST_SERVER` names
 * something that does not run; `folder-not-writable` when the cache is needed and cannot be written.
 * @example
 * ```ts
 * const { path } = await locateTestServer({ onProgress: console.log });
 * const environment = await TestWorkflowEnvironment.createTimeSkipping({
 *   server: { executable: { type: 'existing-path', path } },
 * });
 * ```
 */
export function locateTestServer({ onProgress = () => undefined }: LocateOptions = {}): Promise<Executable> {
  const what = 'Temporal test server';
  return locate({
    what,
    program,
    look: [byVariable('BATON_TEST_SERVER', what, checkOwn)],
    make: [
      {
        name: 'the official download',
        find: () =>
          fillCache(program, 'download', async (folder) => {
            await download({ kind: 'test-server', folder, file: 'official', what, onProgress });
            await writeNativeLauncher(folder, 'official', program.file);
          }),
      },
      {
        name: 'its Java artifact',
        find: () =>
          fillCache(program, 'Maven', (folder) => buildJavaTestServer(folder, program.file, onProgress)),
      },
    ],
    remedy,
    onProgress,
  });
}

/** Starting it for real takes half a second, so the launcher is asked whether it could; see test-server-launchers. */
async function checkTestServer(path: string): Promise<string> {
  if (process.platform === 'win32') return '';
  const { ok, output, problem } = await runCommand(path, ['--version'], { timeoutMs: 20_000 });
  if (!ok) throw new Error(`${path} ${problem}${output.trim() === '' ? '' : `: ${lastLines(output, 3)}`}`);
  return /^temporal-test-server.*$/m.exec(output)?.[0] ?? '';
}

/** An executable of the user's own need not know `--version`. */
async function checkOwn(path: string): Promise<string> {
  try {
    await access(path, constants.X_OK);
  } catch (error) {
    throw new Error(`${path} cannot be run: ${reasonOf(error)}`, { cause: error });
  }
  return '';
}
