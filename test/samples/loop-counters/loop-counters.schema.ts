import { z } from 'zod';

export const Variables = z.object({
  pages: z.array(z.string()),
  notes: z.array(z.string()).optional(),
  found: z.boolean().default(false),
  printed: z.array(z.string()).default([]),
  text: z.string().optional(),
});
