import { defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { z } from 'zod';
import * as contracts from './contracts';
import { notPossible } from './not-possible';

const stratus = http({ baseUrl: env('STRATUS_URL'), timeout: '3 s' });

export const requestDatabase = defineActivity(
  contracts.requestDatabase,
  async ({ environment, databaseSize }) => {
    const { id } = await stratus.post('/databases', {
      body: { name: environment, size: databaseSize },
      answer: z.object({ id: z.string() }),
      errors: { 409: notPossible },
    });
    return { databaseId: id };
  },
);

export const checkDatabase = defineActivity(contracts.checkDatabase, async ({ databaseId }) => {
  const { state, address = '' } = await stratus.get('/databases/{databaseId}', {
    params: { databaseId },
    answer: z.object({ state: z.string(), address: z.string().optional() }),
  });
  return { databaseReady: state === 'ready', databaseAddress: address };
});

export const deleteDatabase = defineActivity(contracts.deleteDatabase, async ({ databaseId }) => {
  await stratus.delete('/databases/{databaseId}', { params: { databaseId }, accept: [404] });
});
