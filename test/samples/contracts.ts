import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/** Contracts for samples with a schema; the others call plain functions, see activities.ts. */

export const assess = activityContract('assess', {
  input: z.object({ claimId: z.string(), amount: z.number() }),
  output: z.object({ verdict: z.enum(['covered', 'not covered', 'unclear']) }),
});

export const pay = activityContract('pay', {
  input: z.object({ amount: z.number(), to: z.string(), note: z.string() }),
});

export const rate = activityContract('rate', {
  input: z.object({ net: z.number(), country: z.string() }),
  output: z.object({ rate: z.number() }),
});
