import { ServerError } from '../errors';
import { isAlive } from '../lock';
import type { DevServer, DevServerOptions } from './start';
import type { ServerRecord } from './record';

const LOOK_MS = 1_000;

/** A server that another process started: it is used and watched, never stopped. */
export function watchAttached(record: ServerRecord, onExit: DevServerOptions['onExit']): DevServer {
  const { address, uiUrl, namespace, pid } = record;
  const watch = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(watch);
    onExit?.(
      new ServerError(
        `The Temporal dev server at ${address}, which another process had started, has ended. Start again: a server ` +
          'of your own then opens the same database, and runs go on from where they were.',
        { code: 'server-gone' },
      ),
    );
  }, LOOK_MS);
  watch.unref();
  return {
    address,
    uiUrl,
    namespace,
    connectionOptions: { address },
    attached: true,
    stop: () => {
      clearInterval(watch);
      return Promise.resolve();
    },
  };
}
