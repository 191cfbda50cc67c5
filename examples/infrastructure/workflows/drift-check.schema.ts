import { z } from 'zod';
import { Comparison, Entry } from '../activities/resources';

/** The clock starts it, so nothing has to be given. */
export const Variables = z.object({
  environments: z.array(Entry).default([]),
  comparisons: z.array(Comparison).default([]),
});
