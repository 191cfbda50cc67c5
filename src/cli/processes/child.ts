import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a process ended: by itself with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly pid: number | undefined;
  readonly exited: Promise<Exit>;
  /** Resolves when the process has sent this message; never, if it does not. */
  sent(message: string): Promise<void>;
  /** Asks the process to end (SIGTERM), makes it end after a while, and waits until it has. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** Time for a worker to finish the activities under way before it is killed. */
const GRACE_MS = 15_000;

/**
 * Runs a TypeScript file with tsx in a Node process of its own, or `baton` itself when `file` is its main module. The
 * process shares this one's output and never outlives it.
 */
export function startNode(file: string, args: readonly string[], { cwd, env }: ChildOptions): Child {
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(__dirname, 'end-with-parent.js'),
      '--import',
      pathToFileURL(require.resolve('tsx')).href,
      file,
      ...args,
    ],
    { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const exited = once(child, 'exit').then(([code, signal]): Exit => ({ code, signal }) as Exit);

  return {
    pid: child.pid,
    exited,
    sent: (message) =>
      new Promise((resolve) => {
        child.on('message', (sent) => {
          if (sent === message) resolve();
        });
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await exited;
      clearTimeout(kill);
    },
  };
}
