import { type DevServerOptions, startDevServer } from '../dev-server/start';
import { checkServer } from './check-server';
import { type ServerConnection, connectionFromEnv } from './environment';
import { isTemporalCloud } from './temporal-cloud';

/** A server that can be used now, whoever started it. */
export interface ResolvedServer extends ServerConnection {
  /** Where its UI is, as far as that is known. */
  readonly uiUrl?: string;
  /** Whether a dev server was started for this call, or joined; else it is the one that the environment names. */
  readonly dev: boolean;
  /** Ends the server if this call started it. */
  stop(): Promise<void>;
}

/**
 * The server to use: the one that the environment names (see {@link connectionFromEnv}), checked to be reachable, else
 * a dev server (see {@link startDevServer}) in the environment's namespace. Workers and clients can both use the result.
 *
 * `BATON_UI_URL` says where the UI of a configured server is; that of Temporal Cloud is known.
 *
 * @throws {@link ServerError}
 * @example
 * ```ts
 * const server = await resolveServer({ dbFile: '.baton/temporal.db', onProgress: console.log });
 * const connection = await NativeConnection.connect(server.connectionOptions);
 * ```
 */
export async function resolveServer(options: DevServerOptions = {}): Promise<ResolvedServer> {
  const { configured, ...server } = connectionFromEnv();
  if (!configured) {
    const { namespace } = server;
    return { ...(await startDevServer({ namespace, ...options })), dev: true };
  }
  await checkServer(server);
  const uiUrl = uiUrlOf(server.address);
  return {
    ...server,
    ...(uiUrl === undefined ? {} : { uiUrl }),
    dev: false,
    stop: () => Promise.resolve(),
  };
}

function uiUrlOf(address: string): string | undefined {
  if (process.env['BATON_UI_URL']) return process.env['BATON_UI_URL'].replace(/\/+$/, '');
  return isTemporalCloud(address) ? 'https://cloud.temporal.io' : undefined;
}
