import { z } from 'zod';
import { Order, Server } from '../activities/resources';

/**
 * Variables of the process. A request gives what has no default; the rest is what the steps find out, with a default so
 * that conditions and activities can rely on a value.
 */
export const Variables = z.object({
  environment: z.string().min(1),
  requestedBy: z.email(),
  webServers: z.array(z.string().min(1)).min(1).max(20),
  databaseSize: z.enum(['small', 'large']).default('small'),
  /** How often Stratus is asked, as an ISO 8601 duration. */
  askEvery: z.iso.duration().default('PT30S'),

  databaseId: z.string().default(''),
  databaseReady: z.boolean().default(false),
  databaseAddress: z.string().default(''),
  orders: z.array(Order).max(20).default([]),
  servers: z.array(Server).default([]),
  firewallId: z.string().default(''),
  loadBalancerId: z.string().default(''),
  address: z.string().default(''),
  healthy: z.boolean().default(false),
  reason: z.string().default('It was not ready within an hour.'),
});

/** What comes with a message, by its name. */
export const messages = {
  'Server finished': z.object({ server: Server, reason: z.string().exactOptional() }),
};
