import { defineActivity, env } from 'batonflow/activity';
import { dataOf, openapiClient } from 'batonflow/openapi';
import * as contracts from './contracts';
import { notPossible } from './not-possible';
import type { paths } from './openapi/stratus';

const stratus = openapiClient<paths>(
  { baseUrl: env('STRATUS_URL'), timeout: '3 s' },
  // A database that is to go may be gone already: then that is fine.
  { accept: [404], errors: { 409: notPossible } },
);

export const requestDatabase = defineActivity(
  contracts.requestDatabase,
  async ({ environment, databaseSize }) => {
    const body = { name: environment, size: databaseSize };
    const { id } = await dataOf(stratus.POST('/databases', { body }));
    return { databaseId: id };
  },
);

export const checkDatabase = defineActivity(contracts.checkDatabase, async ({ databaseId: id }) => {
  const { state, address = '' } = await dataOf(stratus.GET('/databases/{id}', { params: { path: { id } } }));
  return { databaseReady: state === 'ready', databaseAddress: address };
});

export const deleteDatabase = defineActivity(contracts.deleteDatabase, async ({ databaseId: id }) => {
  await stratus.DELETE('/databases/{id}', { params: { path: { id } } });
});
