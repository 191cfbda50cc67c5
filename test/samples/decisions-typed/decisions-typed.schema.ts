import { z } from 'zod';

export const Variables = z.object({
  applicant: z.object({
    age: z.number(),
    'Monthly Income': z.number(),
    employment: z.enum(['employed', 'none']),
  }),
  loan: z.object({ amount: z.number(), months: z.number() }),
  rate: z.number().default(0),
  eligible: z.boolean().default(false),
});
