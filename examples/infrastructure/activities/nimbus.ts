import { defineActivity } from 'batonflow/activity';
import { env, http, reveal } from 'batonflow/http';
import { z } from 'zod';
import * as contracts from './contracts';

const nimbus = http({ baseUrl: env('NIMBUS_URL'), timeout: '3 s' });
const callback = env('CALLBACK_URL');

export const orderServer = defineActivity(
  contracts.orderServer,
  async ({ server, environment, databaseAddress }) => {
    const { id, operation } = await nimbus.post('/servers', {
      body: {
        name: `${environment}-${server}`,
        database: databaseAddress,
        callback: reveal(callback),
      },
      answer: z.object({ id: z.string(), operation: z.string() }),
    });
    return { order: { server, serverId: id, operation } };
  },
);

export const deleteServer = defineActivity(contracts.deleteServer, async ({ order: { serverId } }) => {
  await nimbus.delete('/servers/{serverId}', { params: { serverId }, accept: [404] });
});
