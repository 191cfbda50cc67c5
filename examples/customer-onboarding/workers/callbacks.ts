import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { isClientError, type BatonClient } from 'batonflow/client';
import { runOf } from '../activities/callback-url';
import { customerOnboarding } from '../workflows/customer-onboarding.process';

export interface Callbacks {
  close(): void;
}

/** Takes the callbacks of the provider of identity checks, and hands each to the run that waits for it, as a message. */
export async function takeCallbacks(client: BatonClient, address: string): Promise<Callbacks> {
  const server = createServer((request, response) => {
    statusOf(client, request).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => {
        console.error(error);
        response.writeHead(503).end(); // the provider calls again
      },
    );
  });
  const { hostname, port } = new URL(address);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(Number(port), hostname, resolve);
  });
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function statusOf(client: BatonClient, request: IncomingMessage): Promise<number> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'POST' || url.pathname !== '/identity-checks') return 404;
  const run = runOf(url);
  if (run === undefined) return 403;
  try {
    // Checked by the contract; one that does not fit goes nowhere.
    const payload = (await json(request)) as never;
    await client.message(customerOnboarding, run, 'IdentityChecked', payload);
    return 204;
  } catch (error) {
    if (isClientError(error, 'invalid-input') || error instanceof SyntaxError) return 400;
    // The run is over: it was told before, or does not want to know any more.
    if (isClientError(error, 'not-found')) return 204;
    throw error;
  }
}
