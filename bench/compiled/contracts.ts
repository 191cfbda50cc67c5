import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

export const checkStock = activityContract('checkStock', {
  input: z.object({ missing: z.number() }),
  output: z.object({ missing: z.number() }),
});

export const chargeCard = activityContract('chargeCard', {
  input: z.object({ amount: z.number() }),
  output: z.object({ receipt: z.string() }),
});

export const ship = activityContract('ship', {
  input: z.object({ receipt: z.string().optional() }),
  output: z.object({ shipped: z.boolean() }),
});
