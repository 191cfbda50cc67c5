import { defineProcess } from 'batonflow/contract';
import { z } from 'zod';

/** Says how trustworthy a customer is. */
export const rating = defineProcess({
  type: 'rating',
  name: 'Rating',
  input: z.object({ customer: z.string(), amount: z.number().optional() }),
  output: z.object({ grade: z.enum(['A', 'B']), reason: z.string() }),
});
