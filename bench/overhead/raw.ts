import { proxyActivities } from '@temporalio/workflow';

const activities = (summary: string) =>
  proxyActivities<{ rawStep(input: { n: number }): Promise<{ n: number }> }>({
    startToCloseTimeout: '1 minute',
    retry: { maximumAttempts: 3 },
    summary,
  });

/** The same as viaBaton, as one would write it with nothing but @temporalio/workflow. */
export async function viaRaw(input: { n: number }) {
  let n = input.n;
  for (let i = 0; i < 10; i++) n = (await activities(`Step ${i}`).rawStep({ n })).n;
  return { n };
}
