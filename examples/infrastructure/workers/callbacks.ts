import fastify from 'fastify';
import type { BatonClient } from 'batonflow/client';
import { z } from 'zod';
import { infrastructure } from '../workflows/infrastructure.process';

/** What Nimbus tells when a server is up, or is not to be had. */
const Finished = z.object({
  operation: z.string(),
  id: z.string(),
  state: z.enum(['running', 'failed']),
  address: z.string().optional(),
  reason: z.string().exactOptional(),
});

/**
 * Listens for Nimbus and makes messages of its calls, for whoever waits for the operation. The operation is the message's
 * id as well, so that a call that comes twice is one message.
 */
export async function receiveCallbacks(client: BatonClient, url: URL): Promise<AsyncDisposable> {
  const app = fastify({ forceCloseConnections: true });
  app.post('/servers', async (request, reply) => {
    const { operation, id: serverId, reason, ...server } = Finished.parse(request.body);
    await client.publish(
      infrastructure,
      'Server finished',
      { server: { serverId, ...server }, ...(reason !== undefined && { reason }) },
      { key: operation, id: operation },
    );
    return reply.code(204).send();
  });
  await app.listen({ host: url.hostname, port: Number(url.port) });
  return { [Symbol.asyncDispose]: () => app.close() };
}
