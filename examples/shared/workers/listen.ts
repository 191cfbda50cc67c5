import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Something that takes HTTP requests. */
export interface Listening {
  close(): void;
}

/**
 * Takes HTTP requests at an address of this machine, such as `http://127.0.0.1:8088/callbacks`. What its path means is the
 * handler's business.
 *
 * @throws Error of the system when the port is taken
 */
export async function listenAt(
  address: string,
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Listening> {
  const server = createServer((request, response) => void handler(request, response));
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
