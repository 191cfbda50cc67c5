import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runCommand } from './run-command';

/** Newest version that `go install` takes: later ones have a `replace` in their go.mod, which it refuses. */
const CLI_VERSION = '1.5.1';
const MODULE = `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`;
/** From here on Go fetches the toolchain that a module asks for, or says which one is missing. */
const OLDEST_GO = 21;
const TOTAL_MS = 30 * 60_000;
const TICK_MS = 2_000;

/** Command that a person can run to the same effect. */
export const GO_INSTALL_COMMAND = `go install ${MODULE}`;

/**
 * Builds the official Temporal CLI into `folder/file` with the user's Go. Takes two to three minutes on two cores the
 * first time, less when Go's own caches are warm; reports at least every two seconds.
 */
export async function goInstall(
  folder: string,
  file: string,
  onProgress: (message: string) => void,
): Promise<void> {
  await checkGo();
  const started = Date.now();
  let latest = '';
  const report = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    onProgress(
      `Building the Temporal CLI with Go (once, 2 to 3 minutes)… ${String(seconds)} s ${latest}`.trim(),
    );
  };
  report();
  const ticks = setInterval(report, TICK_MS);
  try {
    const result = await runCommand(
      'go',
      [
        'install',
        '-v',
        '-ldflags',
        `-s -w -X github.com/temporalio/cli/temporalcli.Version=${CLI_VERSION}`,
        MODULE,
      ],
      {
        env: { ...process.env, GOBIN: folder },
        timeoutMs: TOTAL_MS,
        supervised: true,
        onLine: (line) => (latest = line),
      },
    );
    if (!result.ok) throw new Error(`go install ${result.problem}:\n${lastLines(result.output, 4)}`);
    await rename(
      join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal'),
      join(folder, file),
    );
  } finally {
    clearInterval(ticks);
  }
}

async function checkGo(): Promise<void> {
  const { ok, output, problem } = await runCommand('go', ['version'], { timeoutMs: 10_000 });
  if (!ok) throw new Error(problem === 'was not found' ? 'Go is not installed' : `go version ${problem}`);
  const minor = Number(/go1\.(\d+)/.exec(output)?.[1] ?? Infinity);
  if (minor < OLDEST_GO) {
    throw new Error(`${output.trim()} is too old: 1.${String(OLDEST_GO)} or newer is needed`);
  }
}
