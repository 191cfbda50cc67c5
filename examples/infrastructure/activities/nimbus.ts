import { defineActivity, env, reveal } from 'batonflow/activity';
import { dataOf, openapiClient } from 'batonflow/openapi';
import * as contracts from './contracts';
import type { paths } from './openapi/nimbus';

// A server that is to go may be gone already: then that is fine.
const nimbus = openapiClient<paths>({ baseUrl: env('NIMBUS_URL'), timeout: '3 s' }, { accept: [404] });
const callback = env('CALLBACK_URL');

export const orderServer = defineActivity(
  contracts.orderServer,
  async ({ server, environment, databaseAddress }) => {
    const name = `${environment}-${server}`;
    const body = { name, database: databaseAddress, callback: reveal(callback) };
    const { id, operation } = await dataOf(nimbus.POST('/servers', { body }));
    return { order: { server, serverId: id, operation } };
  },
);

export const deleteServer = defineActivity(contracts.deleteServer, async ({ order: { serverId: id } }) => {
  await nimbus.DELETE('/servers/{id}', { params: { path: { id } } });
});
