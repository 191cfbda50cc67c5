import {
  Client,
  Connection,
  type ClientOptions,
  type ConnectionLike,
  type ConnectionOptions,
} from '@temporalio/client';
import { checkServer, connectionFromEnv, directIfLocal, type ServerConnection } from '../temporal';

/**
 * Where the server is, and how to be its client. All of it may be left out: then the environment says, as it does to
 * Temporal's own tools (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS_…`,
 * `temporal.toml`). What `resolveServer` and `startDevServer` return fits.
 */
export interface ConnectOptions extends Pick<
  ClientOptions,
  'dataConverter' | 'interceptors' | 'plugins' | 'identity'
> {
  /** `host:port` */
  readonly address?: string;
  readonly namespace?: string;
  /** Options of Temporal's `Connection.connect`: TLS, API key, metadata. */
  readonly connectionOptions?: ConnectionOptions;
  /** Task queue of starts that name none. Default: `BATON_TASK_QUEUE`, else `baton`. */
  readonly taskQueue?: string;
  /** Address of the Temporal UI, for links. Default: `BATON_UI_URL`. */
  readonly uiUrl?: string;
  /** How long a worker has to answer a query or a change to a human task, milliseconds. Default: 10,000. */
  readonly answerTimeout?: number;
}

/** The target and the connection options that these options come to. */
export function serverOf(
  options: ConnectOptions,
): ServerConnection & { connectionOptions: ConnectionOptions } {
  const { address, namespace, connectionOptions } = options;
  const target = address ?? connectionOptions?.address;
  const server = target === undefined ? connectionFromEnv() : { address: target, namespace: 'default' };
  return {
    address: server.address,
    namespace: namespace ?? server.namespace,
    connectionOptions: {
      ...directIfLocal(server.address),
      ...('connectionOptions' in server && server.connectionOptions),
      ...(connectionOptions as object | undefined),
      address: server.address,
    },
  };
}

/**
 * Checks that the server is there and has the namespace (`DescribeNamespace`), then opens the connection.
 *
 * @throws ServerError `server-unreachable`, `server-refused`, `bad-setting`
 */
export async function openClient(
  options: ConnectOptions,
): Promise<{ client: Client; server: ServerConnection }> {
  const server = serverOf(options);
  // Fails at once where `Connection.connect` would try for ten seconds.
  await checkServer(server);
  const connection = await Connection.connect(server.connectionOptions);
  const { dataConverter, interceptors, plugins, identity } = options;
  const client = new Client({
    connection,
    namespace: server.namespace,
    ...(dataConverter && { dataConverter }),
    ...(interceptors && { interceptors }),
    ...(plugins && { plugins }),
    ...(identity !== undefined && { identity }),
  });
  return { client, server };
}

/** What a connection tells of where it leads. */
export function serverBehind(client: Client): ServerConnection {
  const { options } = client.connection as ConnectionLike & { options?: { address?: string } };
  const address = options?.address ?? 'the address of its connection';
  return { address, namespace: client.options.namespace, connectionOptions: { address } };
}
