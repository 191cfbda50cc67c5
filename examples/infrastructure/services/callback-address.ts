import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Service } from '../../shared/services/service';

/**
 * The address at which our workers are called back, as a load balancer in front of them would have it: it stays the same
 * when one worker ends and another one begins.
 */
export async function reserveCallbackAddress(): Promise<Service> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return { env: { CALLBACK_URL: `http://127.0.0.1:${port}` }, stop: () => Promise.resolve() };
}
