import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Assignment } from './messages';

export interface ForkOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string | undefined;
}

/** Starts a supervisor for one program. It ends the program when this process ends, however this process ends. */
export function forkSupervisor(assignment: Assignment, { env, cwd }: ForkOptions): ChildProcess {
  const stdio = assignment.output === 'pass' ? 'pipe' : 'ignore';
  // Loaders and debuggers are meant for the parent.
  const { NODE_OPTIONS: _, ...rest } = env;
  return fork(join(__dirname, 'supervisor.js'), [JSON.stringify(assignment)], {
    env: rest,
    ...(cwd === undefined ? {} : { cwd }),
    execArgv: [],
    detached: true,
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
}
