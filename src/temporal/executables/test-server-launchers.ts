import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The SDK starts the test server without a supervisor and ends it by SIGKILL, so a launcher replaces itself by the
 * server (`exec`), and something else must end the server when the process that started it is killed. For the official
 * executable that is a loop in the background; Windows has no such launcher and uses the executable itself.
 *
 * `--version`, which the servers themselves do not know, shows quickly that the launcher can do its work.
 */
export async function writeNativeLauncher(
  folder: string,
  executable: string,
  launcher: string,
): Promise<void> {
  if (process.platform === 'win32') {
    await rename(join(folder, executable), join(folder, launcher));
    return;
  }
  await chmod(join(folder, executable), 0o755);
  await writeScript(
    join(folder, launcher),
    `if [ "$1" = --version ]; then
  test -x "\${0%/*}/${executable}" && echo 'temporal-test-server, official build'
  exit
fi
server=$$
parent=$PPID
(
  while kill -0 "$parent" && kill -0 "$server"; do sleep 1; done
  kill -9 "$server"
) </dev/null >/dev/null 2>&1 &
exec "\${0%/*}/${executable}" "$@"
`,
  );
}

/** Launcher of the Java server, whose main class watches the parent itself. */
export async function writeJavaLauncher(
  folder: string,
  launcher: string,
  version: string,
  java: string,
  javaArguments: readonly string[],
): Promise<void> {
  await writeScript(
    join(folder, launcher),
    `cd "\${0%/*}" || exit 1
if [ "$1" = --version ]; then
  echo ${quote(`temporal-test-server ${version}`)}
  exec ${quote(java)} -version
fi
exec ${quote(java)} ${javaArguments.map(quote).join(' ')} "$@"
`,
  );
}

async function writeScript(path: string, body: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n# Written by Baton; see docs/servers.md.\n${body}`, { mode: 0o755 });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
