import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/**
 * An address of this machine at which workers can be called, as a load balancer in front of them would have it: it stays
 * the same when one worker ends and another one begins.
 */
export async function reserveAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
