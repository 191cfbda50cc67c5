import { defineProcess } from 'batonflow/contract';
import { z } from 'zod';

/** What workflow, worker and clients agree on. */
export const welcome = defineProcess({
  type: 'welcome',
  name: 'Welcome a customer',
  input: z.object({ mail: z.email() }),
  output: z.object({ confirmed: z.boolean() }),
  messages: { Confirmed: z.object({}) },
});
