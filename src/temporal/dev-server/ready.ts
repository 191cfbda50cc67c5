import type { Connection } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcStatus } from '../connection/grpc-status';
import { withProbe } from '../connection/probe';
import { ServerError, reasonOf } from '../errors';
import { registerSearchAttributes } from '../search-attributes';
import type { Ending } from '../supervised/supervised';

/** A dev server is up within 2 seconds; a loaded machine, or one that scans new programs, takes longer. */
const PATIENCE_MS = 90_000;
const PAUSE_MS = 50;
const CALL_MS = 10_000;

/** How long closed runs stay visible. The CLI gives its namespaces one day, too short to come back to after a weekend. */
const RETENTION_MS = 30 * 24 * 3_600_000;

/** A server that is awaited. */
export interface AwaitedServer {
  readonly address: string;
  readonly namespace: string;
  /**
   * Page that only this server has. When two servers are started at once, one may find its port taken and end, and what
   * answers at the address is then the other one.
   */
  readonly metricsUrl?: string;
}

/**
 * Resolves when the server is there, and the namespace can be searched by Baton's attributes; or with how the server
 * ended.
 */
export async function untilReady(
  { address, namespace, metricsUrl }: AwaitedServer,
  ended: Promise<Ending>,
): Promise<Ending | undefined> {
  let ending: Ending | undefined;
  void ended.then((value) => (ending = value));
  const until = Date.now() + PATIENCE_MS;
  let problem: unknown;
  while (ending === undefined && Date.now() < until) {
    try {
      if (metricsUrl !== undefined) await fetch(metricsUrl, { method: 'HEAD' });
      await withProbe({ address }, CALL_MS, (connection) => prepareNamespace(connection, namespace));
      return undefined;
    } catch (error) {
      problem = error;
      await sleep(PAUSE_MS);
    }
  }
  if (ending !== undefined) return ending;
  throw new ServerError(
    `The Temporal dev server at ${address} was not ready after ${String(PATIENCE_MS / 1000)} s: ${reasonOf(problem)}. ` +
      'Start it with a log file to see what it does.',
    { code: 'server-start-failed', cause: problem },
  );
}

async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  const retention = await retentionOf(connection, namespace);
  const { workflowService } = connection;
  if (retention === undefined) {
    const workflowExecutionRetentionPeriod = msToTs(RETENTION_MS);
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } else if (retention < RETENTION_MS) {
    const config = { workflowExecutionRetentionTtl: msToTs(RETENTION_MS) };
    await workflowService.updateNamespace({ namespace, config });
  }
  await registerSearchAttributes(connection, namespace);
}

async function retentionOf(connection: Connection, namespace: string): Promise<number | undefined> {
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    return tsToMs(config?.workflowExecutionRetentionTtl ?? {});
  } catch (error) {
    if (isGrpcStatus(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
}
