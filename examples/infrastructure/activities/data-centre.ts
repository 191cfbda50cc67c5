import { defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { z } from 'zod';
import * as contracts from './contracts';
import { notPossible } from './not-possible';

const dataCentre = http({ baseUrl: env('DATA_CENTRE_URL'), timeout: '3 s' });

export const createFirewall = defineActivity(contracts.createFirewall, async ({ environment }) => {
  const { id } = await dataCentre.post('/firewalls', {
    body: { environment },
    answer: z.object({ id: z.string() }),
    errors: { 409: notPossible },
  });
  return { firewallId: id };
});

export const deleteFirewall = defineActivity(contracts.deleteFirewall, async ({ firewallId }) => {
  await dataCentre.delete('/firewalls/{firewallId}', { params: { firewallId }, accept: [404] });
});

export const createLoadBalancer = defineActivity(
  contracts.createLoadBalancer,
  async ({ environment, firewallId }) => {
    const { id, address } = await dataCentre.post('/load-balancers', {
      body: { environment, firewall: firewallId },
      answer: z.object({ id: z.string(), address: z.string() }),
      errors: { 409: notPossible },
    });
    return { loadBalancerId: id, address };
  },
);

export const deleteLoadBalancer = defineActivity(contracts.deleteLoadBalancer, async ({ loadBalancerId }) => {
  await dataCentre.delete('/load-balancers/{loadBalancerId}', { params: { loadBalancerId }, accept: [404] });
});

export const openToTraffic = defineActivity(
  contracts.openToTraffic,
  async ({ firewallId, loadBalancerId, servers }, { idempotencyKey }) => {
    await dataCentre.put('/load-balancers/{loadBalancerId}/targets', {
      params: { loadBalancerId },
      body: { addresses: servers.map(({ address }) => address) },
      idempotencyKey: `${idempotencyKey}/targets`,
    });
    await dataCentre.put('/firewalls/{firewallId}/opened', {
      params: { firewallId },
      body: { to: loadBalancerId },
      idempotencyKey: `${idempotencyKey}/opened`,
    });
  },
);

/** As its users do, without knowing what is behind the address. */
export const verifyEnvironment = defineActivity(
  contracts.verifyEnvironment,
  async ({ address }, { signal }) => {
    const answer = await fetch(address, { signal });
    await answer.body?.cancel();
    return { healthy: answer.ok, reason: answer.ok ? '' : `${address} answers ${answer.status}.` };
  },
);
