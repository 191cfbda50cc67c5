import { isAlive } from '../lock';
import { forkSupervisor } from './fork-supervisor';
import type { Assignment, ParentMessage, SupervisorMessage } from './messages';

/** How a server ended, and the last lines that it printed. */
export interface Ending {
  readonly how: string;
  readonly output: string;
}

/** A server under a supervisor. */
export interface Supervised {
  /** Process id of the server itself, once it runs. */
  readonly pid: number;
  /** Resolves when the server has ended, whyever. */
  readonly ended: Promise<Ending>;
  /** Ends the server and resolves when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a server that ends with this process, however this process ends. It does not keep this process running.
 * Resolves when the server's process is there; resolves to its {@link Ending} when it cannot be started.
 */
export async function startSupervised(
  assignment: Omit<Assignment, 'output'>,
  env: NodeJS.ProcessEnv,
): Promise<Supervised | Ending> {
  const supervisor = forkSupervisor({ ...assignment, output: 'keep' }, { env });
  let pid = 0;
  let ending: Ending = { how: 'ended together with its supervisor', output: '' };

  const ended = new Promise<Ending>((resolve) => {
    supervisor.once('exit', () => {
      // A supervisor that was killed leaves its server behind.
      if (pid !== 0 && isAlive(pid)) process.kill(pid, 'SIGTERM');
      resolve(ending);
    });
  });
  const started = new Promise<void>((resolve) => {
    supervisor.on('message', (message: SupervisorMessage) => {
      if (message.type === 'ended') {
        ending = message;
        pid = 0;
        return;
      }
      pid = message.pid;
      resolve();
    });
  });
  const early = await Promise.race([started, ended]);
  if (early !== undefined) return early;

  supervisor.unref();
  supervisor.channel?.unref();
  return {
    pid,
    ended,
    stop: async () => {
      if (supervisor.connected) supervisor.send('stop' satisfies ParentMessage);
      supervisor.ref();
      await ended;
    },
  };
}
