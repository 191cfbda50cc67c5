import { defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { z } from 'zod';
import * as contracts from './contracts';

const deployments = http({ baseUrl: env('DEPLOYMENTS_URL'), timeout: '3 s' });

export const deployToShare = defineActivity(contracts.deployToShare, async ({ image, share }) => {
  await deployments.put('/releases/{image}/share', { params: { image }, body: { share } });
});

export const checkHealth = defineActivity(contracts.checkHealth, async ({ image }) => {
  const { failing } = await deployments.get('/releases/{image}/health', {
    params: { image },
    answer: z.object({ failing: z.number() }),
  });
  return { healthy: failing === 0, reason: failing === 0 ? '' : `${failing} % of the requests fail.` };
});

export const withdrawRelease = defineActivity(contracts.withdrawRelease, async ({ image }) => {
  // Nothing was built yet.
  if (image === '') return;
  await deployments.delete('/releases/{image}', { params: { image }, accept: [404] });
});
