import { z } from 'zod';

export const Variables = z.object({
  claimId: z.string(),
  amount: z.number(),
  premium: z.boolean(),
  holder: z.object({ name: z.string(), phone: z.string().optional() }),
  verdict: z.enum(['covered', 'not covered', 'unclear']).default('unclear'),
  approved: z.boolean().default(false),
});

export const tasks = {
  Task_Approve: z.object({ approved: z.boolean() }),
};
