import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The built command, as npm installs it. */
export const MAIN = join(__dirname, '..', '..', '..', 'dist', 'cli', 'main.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Arguments of Node itself, before those of the command. */
  readonly node?: readonly string[];
}

/** A command that is running. */
export interface Running {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves when the output matches; rejects when the command ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  readonly done: Promise<Outcome>;
}

/** Starts `baton` with these arguments, without the colours and settings of this process's environment. */
export function startBaton(args: readonly string[], { cwd, env, node = [] }: RunOptions = {}): Running {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(TEMPORAL_|BATON_UI|FORCE_COLOR)/.test(name),
  );
  const child = spawn(process.execPath, [...node, MAIN, ...args], {
    cwd,
    env: { ...Object.fromEntries(clean), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let all = '';
  const listeners = new Set<() => void>();
  const note = (text: string) => {
    all += text;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => note(((stdout += text), text)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => note(((stderr += text), text)));
  const done = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });

  return {
    process: child,
    output: () => all,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(all);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void done.then(({ code }) =>
          reject(new Error(`ended with ${code} before printing ${pattern}:\n${all}`)),
        );
      }),
    done,
  };
}

/** Runs `baton` to its end. */
export function baton(args: readonly string[], options?: RunOptions): Promise<Outcome> {
  return startBaton(args, options).done;
}
