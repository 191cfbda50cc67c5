/**
 * Program between Baton and a program that must not outlive it, such as a server: starts it, and ends it when told to,
 * or when the channel to the parent closes, which the operating system does however the parent dies. It leads a process
 * group of its own, so Ctrl-C in the parent's terminal reaches neither it nor the program: the parent decides when it
 * ends.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import type { Assignment, SupervisorMessage } from './messages';

/** A dev server ends in about a second; after this long it is killed. */
const GRACE_MS = 5_000;
const KEPT_OUTPUT = 16_384;

const assignment = JSON.parse(process.argv[2] ?? '') as Assignment;
const stdio = assignment.output === 'keep' ? 'pipe' : 'inherit';
const program = spawn(assignment.command, assignment.args, {
  stdio: ['ignore', stdio, stdio],
  windowsHide: true,
});
const log =
  assignment.logFile === undefined ? undefined : createWriteStream(assignment.logFile, { flags: 'a' });
// A log that cannot be written (a full disk) must not take the server down.
log?.on('error', () => undefined);

let output = '';
for (const stream of [program.stdout, program.stderr]) {
  stream?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
    log?.write(text);
  });
}

program.once('spawn', () => {
  tell({ type: 'started', pid: program.pid ?? 0 });
});
program.once('error', (error) => {
  end(`could not be started (${error.message})`, 1);
});
program.once('close', (code, signal) => {
  end(code === null ? `was ended by ${String(signal)}` : `exited with code ${String(code)}`, code ?? 1);
});

process.on('message', stop);
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  // The whole group, because a build tool has children of its own. Windows has no groups.
  if (process.platform === 'win32') program.kill();
  else process.kill(-process.pid, 'SIGTERM');
  setTimeout(() => program.kill('SIGKILL'), GRACE_MS);
}

function end(how: string, exitCode: number): void {
  if (assignment.recordFile !== undefined) rmSync(assignment.recordFile, { force: true });
  tell({ type: 'ended', how, output }, () => process.exit(exitCode));
}

function tell(message: SupervisorMessage, then: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, then);
  else then();
}
