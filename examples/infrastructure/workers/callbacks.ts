import type { BatonClient } from 'batonflow/client';
import { secret, webhook } from 'batonflow/webhook';
import { z } from 'zod';
import { listenAt, type Listening } from '../../shared/workers/listen';
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
 * Takes the callbacks of Nimbus, and makes messages of them for whoever waits for the operation. The operation is the
 * message's id as well, so that a call that comes twice is one message.
 */
export function takeCallbacks(client: BatonClient, address: string): Promise<Listening> {
  const handler = webhook(client, infrastructure, {
    signature: { secret: secret('CALLBACK_SECRET'), header: 'x-signature', prefix: 'sha256=' },
    body: Finished,
    message: ({ body: { operation, id: serverId, reason, ...server } }) => ({
      name: 'Server finished',
      key: operation,
      id: operation,
      payload: { server: { serverId, ...server }, ...(reason !== undefined && { reason }) },
    }),
  });
  return listenAt(address, handler);
}
