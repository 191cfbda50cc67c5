import { bpmnError, defineActivity } from 'batonflow/activity';
import { env, http, reveal, type HttpAnswer } from 'batonflow/http';
import { mail } from 'batonflow/mail';
import { z } from 'zod';
import * as contracts from './contracts';

/**
 * What the steps of an onboarding do. Each call carries the step's idempotency key, so that the services do nothing twice
 * when an answer is lost, a worker dies, or a timeout was too short.
 */

const timeout = '2 seconds';
const crm = http({ baseUrl: env('CRM_URL'), timeout });
const identity = http({ baseUrl: env('IDENTITY_URL'), timeout });
const workspaces = http({ baseUrl: env('WORKSPACES_URL'), timeout });
const billing = http({ baseUrl: env('BILLING_URL'), timeout });
const callbacks = env('CALLBACK_URL');
const post = mail({ url: env('SMTP_URL'), from: 'Customer care <care@example.com>', timeout });

/** What is to be undone may be gone already: then that is fine. */
const gone = { accept: [404] };

/** A service that says no ends the step in this error, with the reason that it gives. */
const refusal = (code: string) => ({
  409: ({ body }: HttpAnswer) => bpmnError(code, { message: Refusal.parse(body).message }),
});
const Refusal = z.object({ message: z.string() });

export const registerCustomer = defineActivity(contracts.registerCustomer, ({ company, email, country }) =>
  crm.post('/customers', { body: { company, email, country }, answer: z.object({ customerId: z.string() }) }),
);

export const closeCustomer = defineActivity(contracts.closeCustomer, async (params) => {
  await crm.delete('/customers/{customerId}', { params, ...gone });
});

export const activateCustomer = defineActivity(
  contracts.activateCustomer,
  async ({ customerId, workspace, billingAccount }) => {
    await crm.post('/customers/{customerId}/activation', {
      params: { customerId },
      body: { workspace, billingAccount },
      errors: refusal('CUSTOMER_BLOCKED'),
    });
  },
);

export const requestIdentityCheck = defineActivity(
  contracts.requestIdentityCheck,
  ({ company, email }, { info }) =>
    identity.post('/checks', {
      body: {
        company,
        email,
        // Comes back with the answer, and names the run that waits for it.
        reference: info.workflowExecution?.workflowId ?? '',
        callbackUrl: reveal(callbacks),
      },
      answer: z.object({ checkId: z.string() }),
    }),
);

export const deleteIdentityData = defineActivity(contracts.deleteIdentityData, async (params) => {
  await identity.delete('/checks/{checkId}', { params, ...gone });
});

export const provisionWorkspace = defineActivity(contracts.provisionWorkspace, (order) =>
  workspaces.post('/workspaces', {
    body: order,
    answer: z.object({ workspace: z.string() }),
    errors: refusal('NO_CAPACITY'),
  }),
);

export const removeWorkspace = defineActivity(contracts.removeWorkspace, async (params) => {
  await workspaces.delete('/workspaces/{workspace}', { params, ...gone });
});

export const openBillingAccount = defineActivity(contracts.openBillingAccount, (order) =>
  billing.post('/accounts', {
    body: order,
    answer: z.object({ billingAccount: z.string() }),
    errors: refusal('BILLING_REFUSED'),
  }),
);

export const closeBillingAccount = defineActivity(contracts.closeBillingAccount, async (params) => {
  await billing.delete('/accounts/{billingAccount}', { params, ...gone });
});

const COMPLIANCE = 'compliance@example.com';
const HEAD_OF_COMPLIANCE = 'head-of-compliance@example.com';

export const remindApplicant = defineActivity(contracts.remindApplicant, async ({ company, email }) => {
  const text = `We cannot go on with ${company} before you have shown who you are.`;
  await post.send({ to: email, subject: 'Please finish your identity check', text });
});

export const remindApprovers = defineActivity(
  contracts.remindApprovers,
  async ({ applicationId, company }) => {
    const text = `The application ${applicationId} of ${company} waits for two of you.`;
    await post.send({ to: COMPLIANCE, subject: `${company} waits for approval`, text });
  },
);

export const escalateApproval = defineActivity(
  contracts.escalateApproval,
  async ({ applicationId, company }) => {
    const text = `For three days nobody has decided about the application ${applicationId} of ${company}.`;
    await post.send({ to: HEAD_OF_COMPLIANCE, subject: `${company} still waits for approval`, text });
  },
);

export const sendWelcome = defineActivity(contracts.sendWelcome, async ({ company, email, workspace }) => {
  const text = `${company} can begin: your workspace is ${workspace}.`;
  await post.send({ to: email, subject: `Welcome, ${company}`, text });
});

export const sendRefusal = defineActivity(contracts.sendRefusal, async ({ company, email, reason }) => {
  const text = `We cannot take ${company} as a customer: ${reason}. What we knew of you is deleted.`;
  await post.send({ to: email, subject: `Your application for ${company}`, text });
});
