import { NativeConnection, type NativeConnectionOptions } from '@temporalio/worker';
import { connectionFromEnv, explainConnectionError, type ServerConnection } from '../temporal';

/** A worker's connection, and whether it is ours to close. */
export interface WorkerConnection {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly own: boolean;
}

/**
 * The connection that was given, or a new one by the options given, or by the environment. A new one is checked: its
 * server answers and has the namespace (`DescribeNamespace`).
 *
 * @throws ServerError `server-unreachable`, `server-refused`, `bad-setting`
 */
export async function connectWorker(
  given: NativeConnection | NativeConnectionOptions | undefined,
  namespace: string | undefined,
): Promise<WorkerConnection> {
  if (isConnection(given)) return { connection: given, namespace: namespace ?? 'default', own: false };
  const { connectionOptions, ...server } = given ? serverAt(given) : connectionFromEnv();
  const named = { ...server, connectionOptions, namespace: namespace ?? server.namespace };
  return { connection: await open(named, given ?? connectionOptions), namespace: named.namespace, own: true };
}

/** The default address is that of Temporal's own tools. */
function serverAt(options: NativeConnectionOptions): ServerConnection {
  const address = options.address ?? '127.0.0.1:7233';
  const { tls, apiKey } = options;
  return {
    address,
    namespace: 'default',
    connectionOptions: {
      address,
      ...(tls !== undefined && { tls }),
      ...(apiKey !== undefined && { apiKey }),
    },
  };
}

async function open(server: ServerConnection, options: NativeConnectionOptions): Promise<NativeConnection> {
  let connection: NativeConnection | undefined;
  try {
    connection = await NativeConnection.connect(options);
    await connection.workflowService.describeNamespace({ namespace: server.namespace });
    return connection;
  } catch (error) {
    await connection?.close();
    throw explainConnectionError(error, server);
  }
}

/** Not `instanceof` alone: a program may have loaded the SDK twice. */
function isConnection(
  given: NativeConnection | NativeConnectionOptions | undefined,
): given is NativeConnection {
  return given instanceof NativeConnection || (given !== undefined && 'workflowService' in given);
}
