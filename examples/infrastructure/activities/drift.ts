import { defineActivity } from 'batonflow/activity';
import { env, http, type HttpClient } from 'batonflow/http';
import * as contracts from './contracts';

const stratus = http({ baseUrl: env('STRATUS_URL'), timeout: '3 s' });
const nimbus = http({ baseUrl: env('NIMBUS_URL'), timeout: '3 s' });
const dataCentre = http({ baseUrl: env('DATA_CENTRE_URL'), timeout: '3 s' });

export const compareEnvironment = defineActivity(contracts.compareEnvironment, async ({ environment }) => {
  const { databaseId, orders, firewallId, loadBalancerId } = environment;
  const parts: (readonly [what: string, provider: HttpClient, path: string])[] = [
    ['the database', stratus, `/databases/${databaseId}`],
    ['the firewall', dataCentre, `/firewalls/${firewallId}`],
    ['the load balancer', dataCentre, `/load-balancers/${loadBalancerId}`],
    ...orders.map(({ server, serverId }) => [server, nimbus, `/servers/${serverId}`] as const),
  ];
  const differences = await Promise.all(
    parts.map(async ([what, provider, path]) => {
      const { status } = await provider.exchange('GET', path, { accept: [404] });
      return status === 404 ? [`${what} is gone`] : [];
    }),
  );
  const found = differences.flat();
  return {
    comparison: {
      environment: environment.environment,
      drifted: found.length > 0,
      differences: found,
    },
  };
});
