import { defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { mail } from 'batonflow/mail';
import { z } from 'zod';
import * as accounts from './accounts';
import * as contracts from './contracts';

/**
 * What the steps do. Each call carries the step's idempotency key, or may be repeated as it is, so that nothing is done
 * twice when an answer is lost, a worker dies, or a timeout was too short.
 */

const timeout = '2 seconds';
const hr = http({ baseUrl: env('HR_URL'), timeout });
const assets = http({ baseUrl: env('ASSETS_URL'), timeout });
const collaboration = http({ baseUrl: env('COLLABORATION_URL'), timeout });
const licences = http({ baseUrl: env('LICENCES_URL'), timeout });
const applications = http({ baseUrl: env('APPLICATIONS_URL'), timeout });
const post = mail({ url: env('SMTP_URL'), from: 'IT <it@example.com>', timeout });

/** What is to be taken back may be gone already: then that is fine. */
const gone = { accept: [404] };

export const createAccount = defineActivity(contracts.createAccount, (person) => accounts.addAccount(person));

export const enableAccount = defineActivity(
  contracts.enableAccount,
  async ({ accountDn, account, manager }) => {
    const password = await accounts.enable(accountDn);
    const text = `The password of ${account} for the first log-in is ${password}. It has to be changed then.`;
    await post.send({ to: manager, subject: `${account} can log in`, text });
  },
);

export const disableAccount = defineActivity(contracts.disableAccount, ({ accountDn }) =>
  accounts.disable(accountDn),
);

export const deleteAccount = defineActivity(contracts.deleteAccount, ({ accountDn }) =>
  accounts.remove(accountDn),
);

export const orderLaptop = defineActivity(contracts.orderLaptop, (order) =>
  assets.post('/laptops', { body: order, answer: z.object({ laptop: z.string() }) }),
);

export const returnLaptop = defineActivity(contracts.returnLaptop, async (params) => {
  await assets.delete('/laptops/{laptop}', { params, ...gone });
});

export const createMailbox = defineActivity(contracts.createMailbox, ({ account, role }) =>
  collaboration.post('/mailboxes', {
    body: { account, team: role },
    answer: z.object({ mailbox: z.string() }),
  }),
);

export const deleteMailbox = defineActivity(contracts.deleteMailbox, async (params) => {
  await collaboration.delete('/mailboxes/{mailbox}', { params, ...gone });
});

export const archiveMailbox = defineActivity(contracts.archiveMailbox, async (params) => {
  await collaboration.post('/mailboxes/{mailbox}/archive', { params, ...gone });
});

/** What everybody needs, and what the role needs besides. */
const products = {
  engineer: ['office', 'ide'],
  sales: ['office'],
  finance: ['office', 'bookkeeping'],
};

export const assignLicences = defineActivity(contracts.assignLicences, async ({ account, role }) => {
  const given = await licences.put('/accounts/{account}/licences', {
    params: { account },
    body: { products: products[role] },
    answer: z.object({ products: z.array(z.string()) }),
    errors: { 409: 'NO_LICENCE' },
  });
  return { licences: given.products };
});

export const releaseLicences = defineActivity(contracts.releaseLicences, async (params) => {
  await licences.delete('/accounts/{account}/licences', { params, ...gone });
});

export const grantAccess = defineActivity(contracts.grantAccess, async (params) => {
  await applications.put('/applications/{application}/users/{account}', { params });
});

export const revokeAccess = defineActivity(contracts.revokeAccess, async (params) => {
  await applications.delete('/applications/{application}/users/{account}', { params, ...gone });
});

export const recordEquipment = defineActivity(
  contracts.recordEquipment,
  async ({ employeeId, ...equipment }) => {
    await hr.put('/employees/{employeeId}/equipment', { params: { employeeId }, body: equipment });
  },
);

export const lookUpEquipment = defineActivity(contracts.lookUpEquipment, (params) =>
  hr.get('/employees/{employeeId}/equipment', {
    params,
    answer: z.object({
      account: z.string(),
      accountDn: z.string(),
      laptop: z.string(),
      mailbox: z.string(),
      applications: z.array(z.string()),
    }),
  }),
);

export const tellHr = defineActivity(contracts.tellHr, async ({ firstName, lastName, news }) => {
  const text = `${firstName} ${lastName} ${news}. Everything that they were given is taken back.`;
  await post.send({ to: 'hr@example.com', subject: `${firstName} ${lastName} ${news}`, text });
});

export const remindManager = defineActivity(
  contracts.remindManager,
  async ({ firstName, lastName, manager }) => {
    const text = `${firstName} ${lastName} comes soon, and their first day is not planned yet.`;
    await post.send({ to: manager, subject: `Please plan the first day of ${firstName} ${lastName}`, text });
  },
);
