import { activityContract, defineProcess } from 'batonflow/contract';
import { z } from 'zod';

export const step = activityContract('step', {
  input: z.object({ n: z.number() }),
  output: z.object({ n: z.number() }),
});

export const viaBaton = defineProcess({
  type: 'viaBaton',
  name: 'Via Baton',
  input: z.object({ n: z.number() }),
  output: z.object({ n: z.number() }),
});
