import { z } from 'zod';

/** How the tests went for one target. */
export const TestRun = z.object({
  target: z.string(),
  passed: z.boolean(),
  /** The end of what they printed, if they failed. */
  report: z.string().default(''),
});
export type TestRun = z.infer<typeof TestRun>;
