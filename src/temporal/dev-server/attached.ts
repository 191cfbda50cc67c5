import { ServerError } from '../errors';
import { isAlive } from '../lock';
import type { Ending } from '../supervised/supervised';
import { untilReady } from './ready';
import type { ServerRecord } from './record';
import type { DevServer, DevServerOptions } from './start';

const LOOK_MS = 1_000;

/** A server that another process started: it is used and watched, never stopped. */
export async function attach(
  { address, uiUrl, pid, ...record }: ServerRecord,
  { namespace = record.namespace, onExit }: DevServerOptions,
): Promise<DevServer> {
  const gone = new ServerError(
    `The Temporal dev server at ${address}, which another process had started, has ended. Start again: a server of ` +
      'your own then opens the same database, and runs go on from where they were.',
    { code: 'server-gone' },
  );
  let watch: NodeJS.Timeout | undefined;
  const ended = new Promise<Ending>((resolve) => {
    watch = setInterval(() => {
      if (!isAlive(pid)) resolve({ how: 'ended', output: '' });
    }, LOOK_MS).unref();
  });
  const stop = () => {
    clearInterval(watch);
    return Promise.resolve();
  };
  try {
    if ((await untilReady({ address, namespace }, ended)) !== undefined) throw gone;
  } catch (error) {
    await stop();
    throw error;
  }
  void ended.then(() => {
    clearInterval(watch);
    onExit?.(gone);
  });
  return { address, uiUrl, namespace, connectionOptions: { address }, attached: true, stop };
}
