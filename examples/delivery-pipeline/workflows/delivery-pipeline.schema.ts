import { z } from 'zod';
import { TestRun } from '../activities/findings';

/**
 * Variables of the process. A push gives what has no default; the rest is what the steps find out, with a default so that
 * conditions and activities can rely on a value.
 */
export const Variables = z.object({
  branch: z.string().min(1),
  commit: z.hash('sha1'),
  committer: z.email(),
  targets: z.array(z.string()).max(20).default(['linux-x64', 'linux-arm64', 'windows-x64']),
  /** Per cent of the users, stage by stage. */
  stages: z.array(z.number().positive().max(100)).max(20).default([10, 50, 100]),
  /** How long each stage is watched, as an ISO 8601 duration. */
  watch: z.iso.duration().default('PT10M'),

  image: z.string().default(''),
  tests: z.array(TestRun).default([]),
  findings: z.array(z.string()).default([]),
  approved: z.boolean().default(false),
  healthy: z.boolean().default(false),
  /** Why it was not released, where neither tests nor findings say it. */
  reason: z.string().default(''),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_Approve: z.object({ approved: z.boolean(), reason: z.string().default('') }),
};
