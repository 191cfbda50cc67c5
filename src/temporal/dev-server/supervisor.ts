/**
 * Program between Baton and a server: starts it, and ends it when told to, or when the channel to the parent closes,
 * which the operating system does however the parent dies. It has a process group of its own, so Ctrl-C in the
 * parent's terminal reaches neither it nor the server: the parent decides when the server ends.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import type { Assignment, SupervisorMessage } from './supervisor-messages';

/** A dev server ends in about a second; after this long it is killed. */
const GRACE_MS = 5_000;
const KEPT_OUTPUT = 16_384;

const assignment = JSON.parse(process.argv[2] ?? '') as Assignment;
const server = spawn(assignment.command, assignment.args, {
  stdio: ['ignore', 'pipe', 'pipe'],
  windowsHide: true,
});
const log =
  assignment.logFile === undefined ? undefined : createWriteStream(assignment.logFile, { flags: 'a' });
// A log that cannot be written (a full disk) must not take the server down.
log?.on('error', () => undefined);

let output = '';
for (const stream of [server.stdout, server.stderr]) {
  stream.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
    log?.write(text);
  });
}

server.once('spawn', () => {
  tell({ type: 'started', pid: server.pid ?? 0 });
});
server.once('error', (error) => {
  end(`could not be started (${error.message})`);
});
server.once('close', (code, signal) => {
  end(code === null ? `was ended by ${String(signal)}` : `exited with code ${String(code)}`);
});

process.on('message', stop);
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), GRACE_MS);
}

function end(how: string): void {
  if (assignment.recordFile !== undefined) rmSync(assignment.recordFile, { force: true });
  tell({ type: 'ended', how, output }, () => process.exit(0));
}

function tell(message: SupervisorMessage, then: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, then);
  else then();
}
