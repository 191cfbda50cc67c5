import type { ClientOptions } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { locateTestServer, startDevServer } from '../temporal';

/**
 * Where tests run:
 * - `time-skipping`: a server of their own, on which days pass in a moment. It has no lists, schedules and search
 *   attributes.
 * - `dev`: a dev server of their own, with everything, in real time.
 * - an address: a server that runs already, in real time.
 */
export type TestServer = 'time-skipping' | 'dev' | { readonly address: string; readonly namespace?: string };

/** A server for tests, and how to end what was started for it. */
export interface OpenedServer {
  readonly environment: TestWorkflowEnvironment;
  readonly uiUrl?: string;
  close(): Promise<void>;
}

/** How the environment's client reads and writes payloads. */
type OwnClient = Pick<ClientOptions, 'dataConverter'>;

/** Starts the server or connects to it. */
export async function openServer(server: TestServer, client: OwnClient = {}): Promise<OpenedServer> {
  if (server === 'time-skipping') return timeSkipping(client);
  if (server === 'dev') return ownDevServer(client);
  const environment = await TestWorkflowEnvironment.createFromExistingServer({ ...server, client });
  return { environment, close: () => environment.teardown() };
}

async function timeSkipping(client: OwnClient): Promise<OpenedServer> {
  const { path } = await locateTestServer();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    client,
    server: { executable: { type: 'existing-path', path } },
  });
  return { environment, close: () => environment.teardown() };
}

async function ownDevServer(client: OwnClient): Promise<OpenedServer> {
  const server = await startDevServer({ port: 0, uiPort: 0 });
  try {
    const { address, namespace, uiUrl } = server;
    const environment = await TestWorkflowEnvironment.createFromExistingServer({
      address,
      namespace,
      client,
    });
    const close = async () => {
      await environment.teardown();
      await server.stop();
    };
    return { environment, uiUrl, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
