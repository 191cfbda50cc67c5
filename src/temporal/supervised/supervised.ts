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
  /** Process id of the server itself; 0 if it could not be started. */
  readonly pid: number;
  /** Resolves when the server has ended, whyever, or could not be started. */
  readonly ended: Promise<Ending>;
  /** Ends the server and resolves when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a server that ends with this process, however this process ends. It does not keep this process running.
 * Resolves when the server's process is there, or when it is clear that it will not be.
 */
export async function startSupervised(
  assignment: Omit<Assignment, 'output'>,
  env: NodeJS.ProcessEnv,
): Promise<Supervised> {
  const supervisor = forkSupervisor({ ...assignment, output: 'keep' }, { env });
  let pid = 0;
  let ending: Ending | undefined;

  const started = new Promise<void>((resolve) => {
    supervisor.on('message', (message: SupervisorMessage) => {
      if (message.type === 'ended') {
        ending = message;
        return;
      }
      pid = message.pid;
      resolve();
    });
  });
  const ended = new Promise<Ending>((resolve) => {
    supervisor.once('error', (error) => {
      resolve({ how: `could not be started (${error.message})`, output: '' });
    });
    supervisor.once('exit', () => {
      // A supervisor that was killed leaves its server behind.
      if (ending === undefined && pid !== 0 && isAlive(pid)) process.kill(pid, 'SIGTERM');
      resolve(ending ?? { how: 'ended together with its supervisor', output: '' });
    });
  });
  await Promise.race([started, ended]);

  supervisor.unref();
  supervisor.channel?.unref();
  return {
    pid,
    ended,
    stop: async () => {
      // A supervisor that has just ended is no error: that is what was wanted.
      if (supervisor.connected) supervisor.send('stop' satisfies ParentMessage, () => undefined);
      supervisor.ref();
      await ended;
    },
  };
}
