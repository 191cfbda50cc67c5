import { z } from 'zod';

/** What the providers have for us, in the words of the processes. */

/** A web server that Nimbus is starting: it calls back with the number of the operation. */
export const Order = z.object({ server: z.string(), serverId: z.string(), operation: z.string() });
export type Order = z.infer<typeof Order>;

/** A web server as Nimbus reports it when the operation has ended. */
export const Server = z.object({
  serverId: z.string(),
  state: z.enum(['running', 'failed']),
  address: z.string().default(''),
});
export type Server = z.infer<typeof Server>;

/** What the inventory keeps of an environment: all that it takes to look after it and to tear it down. */
export const Entry = z.object({
  environment: z.string(),
  requestedBy: z.email(),
  databaseId: z.string(),
  orders: z.array(Order),
  firewallId: z.string(),
  loadBalancerId: z.string(),
  address: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** What the providers have, held against the inventory. */
export const Comparison = z.object({
  environment: z.string(),
  drifted: z.boolean(),
  differences: z.array(z.string()),
});
export type Comparison = z.infer<typeof Comparison>;
