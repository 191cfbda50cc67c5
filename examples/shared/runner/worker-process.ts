import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerConnection } from 'batonflow/temporal';

export interface WorkerProcessOptions {
  /** The example's folder, absolute. */
  readonly folder: string;
  readonly server: Pick<ServerConnection, 'address' | 'namespace'>;
  readonly taskQueue: string;
  /** Where the services are. */
  readonly env: Readonly<Record<string, string>>;
  /** Shows what the worker logs, of which failed activities are the most; else only what it says if it cannot start. */
  readonly verbose?: boolean;
}

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** Rejects if it ends by itself. */
  readonly failed: Promise<never>;
  /** Ends it at once (SIGKILL), as a machine that loses its power does. */
  kill(): Promise<void>;
  /** Lets it finish what it is doing, and end. */
  stop(): Promise<void>;
}

/** Output that is kept for the message about a worker that ended. */
const KEPT = 4_000;

/** Starts `workers/worker.ts` of an example, as users start it. It never outlives this process. */
export function startWorkerProcess(options: WorkerProcessOptions): WorkerProcess {
  const { folder, server, taskQueue, env, verbose = false } = options;
  const child = spawn(
    process.execPath,
    [
      ...['--require', join(__dirname, 'end-with-parent.cjs')],
      ...['--import', pathToFileURL(require.resolve('tsx')).href],
      join(folder, 'workers', 'worker.ts'),
    ],
    {
      env: {
        ...process.env,
        ...env,
        TEMPORAL_ADDRESS: server.address,
        TEMPORAL_NAMESPACE: server.namespace,
        BATON_TASK_QUEUE: taskQueue,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: the runner, not Ctrl-C, decides when it ends.
      detached: true,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (verbose) process.stderr.write(text);
      output = (output + text).slice(-KEPT);
    });
  }
  let ending = false;
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const failed = exited.then(([code, signal]) => {
    if (ending) return new Promise<never>(() => undefined);
    throw new Error(`The worker of ${taskQueue} has ended (${code ?? signal ?? ''}):\n${output}`);
  });
  // Whoever is not interested need not listen.
  failed.catch(() => undefined);

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    ending = true;
    child.kill(signal);
    await exited;
  };
  return { failed, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
