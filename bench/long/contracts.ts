import { activityContract, defineProcess } from 'batonflow/contract';
import { z } from 'zod';

export const step = activityContract('step', {
  input: z.object({ n: z.number() }),
  output: z.object({ n: z.number() }),
});

const input = z.object({ n: z.number(), turns: z.number(), local: z.boolean() });

export const alone = defineProcess({ type: 'alone', input });
export const inBranch = defineProcess({ type: 'inBranch', input });
