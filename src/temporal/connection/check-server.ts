import { ServerError } from '../errors';
import type { ServerConnection, ServerConnectionOptions } from './environment';
import { grpcDetails, isGrpcStatus } from './grpc-status';
import { withProbe } from './probe';

/** How long an answer may take, milliseconds: long enough for a server at the other end of the world. */
const PATIENCE_MS = 8_000;

/**
 * Checks that a server answers, that it lets us in, and that the namespace exists, within about 8 seconds.
 * Temporal call: `DescribeNamespace`.
 *
 * @throws {@link ServerError} `server-unreachable` or `server-refused`, saying what was tried and what to do.
 * @example
 * ```ts
 * const server = connectionFromEnv();
 * await checkServer(server);
 * ```
 */
export async function checkServer(server: ServerConnection): Promise<void> {
  const { namespace, connectionOptions } = server;
  try {
    await withProbe(connectionOptions, PATIENCE_MS, (connection) =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } catch (error) {
    throw explainConnectionError(error, server);
  }
}

/** What a failed connection attempt or `DescribeNamespace` means, and what to do about it. */
export function explainConnectionError(error: unknown, server: ServerConnection): ServerError {
  const { address, namespace, connectionOptions: options } = server;
  const details = grpcDetails(error);
  if (isGrpcStatus(error, 'NOT_FOUND')) {
    return new ServerError(
      `The Temporal server at ${address} has no namespace "${namespace}". Set TEMPORAL_NAMESPACE to one that exists, ` +
        `or create it: temporal operator namespace create --address ${address} ${namespace}`,
      { code: 'server-refused', cause: error },
    );
  }
  if (isGrpcStatus(error, 'UNAUTHENTICATED') || isGrpcStatus(error, 'PERMISSION_DENIED')) {
    return new ServerError(
      `The Temporal server at ${address} refused access to namespace "${namespace}": ${details}. Connected ` +
        `${howConnected(options)}. Check TEMPORAL_API_KEY or the client certificate, and TEMPORAL_NAMESPACE.`,
      { code: 'server-refused', cause: error },
    );
  }
  const silent = isGrpcStatus(error, 'DEADLINE_EXCEEDED');
  const cause = silent ? `no answer within ${String(PATIENCE_MS / 1000)} s (${details})` : details;
  return new ServerError(
    `No Temporal server answers at ${address}: ${cause}.\n` +
      `Tried: gRPC ${howConnected(options)}, namespace "${namespace}".\n` +
      'Check that the server runs, that TEMPORAL_ADDRESS (or the profile in temporal.toml) names it as host:port, and ' +
      'that TLS is on (TEMPORAL_TLS=true) exactly when the server wants it. ' +
      'Without an address Baton starts a dev server of its own.',
    { code: 'server-unreachable', cause: error },
  );
}

function howConnected({ tls, apiKey }: ServerConnectionOptions): string {
  const secured = tls !== undefined && tls !== null && tls !== false;
  const certificate = typeof tls === 'object' && tls !== null && tls.clientCertPair !== undefined;
  return [
    secured || apiKey !== undefined ? 'with TLS' : 'without TLS',
    ...(certificate ? ['with a client certificate'] : []),
    apiKey === undefined ? 'without an API key' : 'with an API key',
  ].join(', ');
}
