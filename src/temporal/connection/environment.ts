import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { ConnectionOptions } from '@temporalio/client';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { ServerError, reasonOf } from '../errors';

/** Options that both `NativeConnection.connect` (workers) and `Connection.connect` (clients) take. */
export type ServerConnectionOptions = Pick<NativeConnectionOptions & ConnectionOptions, 'tls' | 'apiKey'> & {
  readonly address: string;
  readonly metadata?: Record<string, string>;
};

/** Where a server is and how to get in. */
export interface ServerConnection {
  /** `host:port` of its gRPC endpoint. */
  readonly address: string;
  readonly namespace: string;
  readonly connectionOptions: ServerConnectionOptions;
}

export interface EnvironmentConnection extends ServerConnection {
  /** Whether an address is configured at all; if not, the address is that of a local server, `127.0.0.1:7233`. */
  readonly configured: boolean;
}

/**
 * Reads the connection that the environment asks for, by Temporal's own rules: `TEMPORAL_ADDRESS`,
 * `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS…`, and profiles of `temporal.toml`
 * (`TEMPORAL_CONFIG_FILE`, `TEMPORAL_PROFILE`). Connects to nothing.
 *
 * @throws {@link ServerError} `bad-setting` when a variable, the file or the profile cannot be used.
 * @example
 * ```ts
 * const { namespace, connectionOptions } = connectionFromEnv();
 * const client = new Client({ namespace, connection: await Connection.connect(connectionOptions) });
 * ```
 */
export function connectionFromEnv(env: NodeJS.ProcessEnv = process.env): EnvironmentConnection {
  const { connectionOptions, namespace } = load(env);
  const { address, apiKey, tls, metadata } = connectionOptions;
  const target = address ?? '127.0.0.1:7233';
  return {
    configured: address !== undefined,
    address: target,
    namespace: namespace ?? 'default',
    connectionOptions: {
      address: target,
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(tls === undefined ? {} : { tls }),
      ...(metadata === undefined ? {} : { metadata: metadata as Record<string, string> }),
    },
  };
}

function load(env: NodeJS.ProcessEnv): ReturnType<typeof loadClientConnectConfig> {
  // An empty variable is one that is not set: CI systems pass secrets that do not exist this way.
  const set = Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1]));
  try {
    return loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(set) });
  } catch (error) {
    throw new ServerError(
      `The Temporal connection cannot be read from the environment: ${reasonOf(error)}. ` +
        'Check the variables TEMPORAL_… and the file that TEMPORAL_CONFIG_FILE names.',
      { code: 'bad-setting', cause: error },
    );
  }
}
