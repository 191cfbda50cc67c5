import { z } from 'zod';

export const Variables = z.object({
  parcel: z.string(),
  grams: z.number().optional(),
  union: z.string().optional(),
});

export const messages = {
  Weighed: z.object({ grams: z.number().positive() }),
};

export const broadcasts = {
  Strike: z.object({ union: z.string() }),
};
