import { Connection } from '@temporalio/client';
import type { ServerConnectionOptions } from './environment';
import { directIfLocal } from './loopback';

/**
 * Opens a connection for a few calls and closes it again. Nothing is retried and a server that comes up is noticed at
 * once, because the callers ask again themselves.
 */
export async function withProbe<T>(
  options: ServerConnectionOptions,
  timeoutMs: number,
  ask: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = Connection.lazy({
    ...options,
    interceptors: [],
    channelArgs: {
      ...directIfLocal(options.address).channelArgs,
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 100,
    },
  });
  try {
    return await connection.withDeadline(Date.now() + timeoutMs, () => ask(connection));
  } finally {
    await connection.close();
  }
}
