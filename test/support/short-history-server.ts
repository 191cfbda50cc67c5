import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { locateCli } from 'batonflow/temporal';
import { reservePort } from '../../examples/shared/services/reserve-address';

/**
 * A dev server that asks runs to continue as new after `events` events, where the usual one does so after 4,096.
 *
 * @returns its address, and how to end it
 */
export async function startShortHistoryServer(
  events: number,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const { path } = await locateCli();
  const port = await reservePort();
  const limit = `limit.historyCount.suggestContinueAsNew=${events}`;
  const server = spawn(
    path,
    ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)].concat([
      '--log-level',
      'never',
      '--dynamic-config-value',
      limit,
    ]),
    { stdio: 'ignore' },
  );
  const address = `127.0.0.1:${port}`;
  const stop = async () => {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  };
  for (let tries = 0; tries < 100; tries++) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '1 second' });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
      return { address, stop };
    } catch {
      await sleep(200);
    }
  }
  await stop();
  throw new Error('The dev server does not answer.');
}
