import { bpmnError, defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { z } from 'zod';
import * as contracts from './contracts';
import { Entry } from './resources';

const inventory = http({ baseUrl: env('DATA_CENTRE_URL'), timeout: '3 s' });

export const recordEnvironment = defineActivity(contracts.recordEnvironment, async (entry) => {
  const { environment } = entry;
  await inventory.put('/inventory/{environment}', { params: { environment }, body: entry });
});

export const lookUpEnvironment = defineActivity(contracts.lookUpEnvironment, ({ environment }) =>
  inventory.get('/inventory/{environment}', {
    params: { environment },
    answer: Entry,
    errors: { 404: () => bpmnError('UNKNOWN_ENVIRONMENT', { message: `There is no ${environment}.` }) },
  }),
);

export const forgetEnvironment = defineActivity(contracts.forgetEnvironment, async ({ environment }) => {
  await inventory.delete('/inventory/{environment}', { params: { environment }, accept: [404] });
});

export const readInventory = defineActivity(contracts.readInventory, async () => ({
  environments: await inventory.get('/inventory', { answer: z.array(Entry) }),
}));
