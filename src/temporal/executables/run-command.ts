import { type ChildProcess, spawn } from 'node:child_process';
import { forkSupervisor } from '../supervised/fork-supervisor';

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Folder to run in. */
  readonly cwd?: string;
  /** Ends the command after this long, milliseconds. */
  readonly timeoutMs: number;
  /** Ends the command when aborted; the reason is a text that completes "the command …". */
  readonly signal?: AbortSignal;
  /** Called for every line that the command prints, to either stream. */
  readonly onLine?: (line: string) => void;
  /** For commands that take long: ends it, and what it started, also when this process is killed. */
  readonly supervised?: boolean;
}

export interface RunResult {
  readonly ok: boolean;
  /** Everything printed to both streams, in order of arrival. */
  readonly output: string;
  /** Why it is not ok, in words: `exited with code 1`, `was not found`, `took longer than 5 s`. */
  readonly problem: string;
}

/** Runs a command to its end and never rejects: a command that cannot even start is a result as well. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<RunResult> {
  const { timeoutMs, signal, onLine } = options;
  return new Promise((resolve) => {
    const child = start(command, args, options);
    let output = '';
    let rest = '';
    let stopped = '';
    const stop = (why: string) => {
      stopped = why;
      child.kill(options.supervised ? 'SIGTERM' : 'SIGKILL');
    };
    const timer = setTimeout(() => {
      stop(`took longer than ${String(timeoutMs / 1000)} s`);
    }, timeoutMs);
    const aborted = () => {
      stop(String(signal?.reason));
    };
    signal?.addEventListener('abort', aborted, { once: true });

    const take = (chunk: string) => {
      output += chunk;
      const lines = (rest + chunk).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim()) onLine?.(line.trim());
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);

    const finish = (problem: string) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      resolve({ ok: problem === '', output, problem });
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      finish(error.code === 'ENOENT' ? 'was not found' : `could not be started (${error.message})`);
    });
    child.once('close', (code, endedBy) => {
      if (stopped) finish(stopped);
      else if (code === 0) finish('');
      else finish(code === null ? `was ended by ${String(endedBy)}` : `exited with code ${String(code)}`);
    });
  });
}

function start(
  command: string,
  args: readonly string[],
  { env = process.env, cwd, supervised = false }: RunOptions,
): ChildProcess {
  if (supervised) return forkSupervisor({ command, args, output: 'pass' }, { env, cwd });
  return spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
}

/** The last lines of a command's output, for an error message. */
export function lastLines(output: string, count: number): string {
  return output.trim().split(/\r?\n/).slice(-count).join('\n');
}
