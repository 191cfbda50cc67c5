import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { locateCli } from '../executables/locate-cli';
import { type Supervised, startSupervised } from '../supervised/supervised';
import { withLock } from '../lock';
import { devServerArguments, devServerEnvironment } from './arguments';
import { startFailed } from './endings';
import { LOOPBACK, choosePort, freePort } from './ports';
import { untilReady } from './ready';
import { recordFileOf } from './record';
import type { DevServerOptions } from './start';

/** A server of our own that is ready, and where it is. */
export interface Launched {
  readonly server: Supervised;
  readonly address: string;
  readonly uiUrl: string;
  readonly namespace: string;
}

/** Somebody may take a port between our choosing it and the server's binding it. */
const ATTEMPTS = 3;
const START_LOCK = join(tmpdir(), `batonflow-${String(process.getuid?.() ?? 0)}-start.lock`);
const TAKEN = /address already in use|can't (set|use) .*port/i;

/** Gets the CLI, chooses ports, starts the server and waits until it is ready. */
export async function launch(options: DevServerOptions, dbFile: string | undefined): Promise<Launched> {
  const { namespace = 'default', logLevel = 'warn', onProgress = () => undefined } = options;
  const { path: command } = await locateCli({ onProgress });
  const files = {
    ...(options.logFile === undefined ? {} : { logFile: resolve(options.logFile) }),
    ...(dbFile === undefined ? {} : { recordFile: recordFileOf(dbFile) }),
  };
  for (let attempt = 1; ; attempt += 1) {
    // One start at a time: of two servers that choose the same port at once, one ends, but for a moment what answers at
    // its address is the other one.
    const launched = await withLock(START_LOCK, async () => {
      const port = await choosePort('Temporal', options.port, 7233);
      const uiPort = await choosePort('UI', options.uiPort, 8233);
      const metricsPort = await freePort();
      const address = `${LOOPBACK}:${String(port)}`;
      onProgress(`Starting a Temporal dev server at ${address}…`);
      const args = devServerArguments({ port, uiPort, metricsPort, namespace, dbFile, logLevel });
      const server = await startSupervised({ command, args, ...files }, devServerEnvironment(process.env));
      const metricsUrl = `http://${LOOPBACK}:${String(metricsPort)}/metrics`;
      const ending = await untilReady({ address, namespace, metricsUrl }, server.ended).catch(
        async (error: unknown) => {
          await server.stop();
          throw error;
        },
      );
      return { ending, server, address, uiUrl: `http://${LOOPBACK}:${String(uiPort)}`, namespace };
    });
    const { ending, ...ready } = launched;
    if (ending === undefined) return ready;
    if (!TAKEN.test(ending.output) || attempt === ATTEMPTS) throw startFailed(command, dbFile, ending);
  }
}
