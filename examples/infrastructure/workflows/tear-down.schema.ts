import { z } from 'zod';
import { Order } from '../activities/resources';

/** Which environment; the rest is what the inventory knows of it. */
export const Variables = z.object({
  environment: z.string().min(1),

  requestedBy: z.string().default(''),
  databaseId: z.string().default(''),
  orders: z.array(Order).max(20).default([]),
  firewallId: z.string().default(''),
  loadBalancerId: z.string().default(''),
  address: z.string().default(''),
});
