import { activityContract } from 'batonflow/contract';
import { z } from 'zod';
import { TestRun } from './findings';

/** What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it. */

const commit = z.string();
const branch = z.string();
const committer = z.email();

/** Work on a checkout takes its time, and is stopped at once when a newer commit has come. */
const long = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumAttempts: 4, initialInterval: '500 milliseconds' },
} as const;

/** Ends in the BPMN error `NOT_RELEASED` when the commit does not build. */
export const buildImage = activityContract('buildImage', {
  input: z.object({ commit }),
  output: z.object({ image: z.string() }),
  ...long,
});

export const runTests = activityContract('runTests', {
  input: z.object({ commit, target: z.string() }),
  output: z.object({ test: TestRun }),
  ...long,
});

/** Hands what the commit depends on to the scanner. */
export const scanForVulnerabilities = activityContract('scanForVulnerabilities', {
  input: z.object({ commit }),
  output: z.object({ findings: z.array(z.string()) }),
  ...long,
});

const quick = {
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 6, initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
} as const;

export const deployToShare = activityContract('deployToShare', {
  input: z.object({ image: z.string(), share: z.number() }),
  ...quick,
});

export const checkHealth = activityContract('checkHealth', {
  input: z.object({ image: z.string() }),
  output: z.object({ healthy: z.boolean(), reason: z.string() }),
  ...quick,
});

/** Everybody gets the release of before again. Of one that nobody has it changes nothing. */
export const withdrawRelease = activityContract('withdrawRelease', {
  input: z.object({ image: z.string() }),
  ...quick,
});

export const announceRelease = activityContract('announceRelease', {
  input: z.object({ branch, commit, committer, image: z.string() }),
  ...quick,
});

/** Tells the committer, with what was found. */
export const reportFailure = activityContract('reportFailure', {
  input: z.object({
    branch,
    commit,
    committer,
    reason: z.string(),
    tests: z.array(TestRun),
    findings: z.array(z.string()),
  }),
  ...quick,
});
