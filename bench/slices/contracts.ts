import { activityContract, defineProcess } from 'batonflow/contract';
import { z } from 'zod';

export const pack = activityContract('pack', {
  input: z.object({ item: z.number() }),
  output: z.object({ parcel: z.string() }),
});

export const packing = defineProcess({
  type: 'packing',
  input: z.object({ items: z.array(z.number()), parcels: z.array(z.string()).default([]) }),
});
