import { DEV_VARIABLE, WORKER_READY } from '../../shared/names';
import { CommandError } from '../errors';
import type { Child, Exit } from '../processes/child';
import { startWorker } from '../processes/worker';
import type { Project } from '../project';
import type { KnownServer } from '../server';
import { say, stopwatch } from './say';

/** The project's worker, kept running. */
export interface KeptWorker {
  /** Ends it, and starts it with the code as it is now. */
  restart(project: Project): Promise<void>;
  stop(): Promise<void>;
}

/** A worker that ends sooner than this was not killed by a person; starting it again would only repeat the failure. */
const MIN_LIFE_MS = 1_000;

/**
 * Starts the worker, and starts it again when somebody ends it: runs go on where they were.
 *
 * @param stopping aborts when everything is to end: Ctrl-C in a terminal reaches the worker as well, as a signal to stop
 * @param onFailure called when it ends by itself with an error, which starting it again would not help
 */
export function keepWorker(
  project: Project,
  server: KnownServer,
  stopping: AbortSignal,
  onFailure: (failure: CommandError) => void,
): KeptWorker {
  let current = start(project);
  return {
    async restart(changed) {
      const old = current;
      current = undefined;
      await old?.stop();
      current = start(changed);
    },
    async stop() {
      const old = current;
      current = undefined;
      await old?.stop();
    },
  };

  function start(from: Project): Child | undefined {
    const started = performance.now();
    const took = stopwatch();
    const child = startWorker(from, server, { [DEV_VARIABLE]: '1' });
    say(`Starting the worker, process ${child.pid}`);
    void child
      .sent(WORKER_READY)
      .then(() => say(`Worker ready on task queue "${from.taskQueue}" (${took()})`));
    void child.exited.then((exit) => {
      if (current !== child || stopping.aborted) return;
      const killed = exit.code === null || exit.code === 0;
      if (killed && performance.now() - started > MIN_LIFE_MS) {
        say(`The worker was ended${by(exit)}; starting it again`);
        current = start(from);
      } else {
        current = undefined;
        onFailure(new CommandError('The worker could not go on; what it said is above.'));
      }
    });
    return child;
  }
}

function by({ signal }: Exit): string {
  return signal === null ? '' : ` (${signal})`;
}
