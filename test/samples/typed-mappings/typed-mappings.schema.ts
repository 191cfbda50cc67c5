import { z } from 'zod';

export const Variables = z.object({
  order: z.object({ total: z.number(), country: z.string(), weight: z.number().optional() }),
  discount: z.number().default(0),
  label: z.string().optional(),
});
