import { z } from 'zod';

export const Variables = z.object({
  missing: z.number(),
  amount: z.number(),
  receipt: z.string().optional(),
  shipped: z.boolean().optional(),
});
