import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/**
 * What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it.
 *
 * A service that is down is asked again; one that says no ends the step in a BPMN error, and the process undoes what was
 * done. Undoing is asked for much longer: half a customer must not stay behind.
 */
const step = {
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 5, initialInterval: '500 milliseconds', maximumInterval: '1 second' },
} as const;
const undo = {
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 50, initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
} as const;

// CRM

export const registerCustomer = activityContract('registerCustomer', {
  input: z.object({ applicationId: z.string(), company: z.string(), email: z.string(), country: z.string() }),
  output: z.object({ customerId: z.string() }),
  ...step,
});

export const closeCustomer = activityContract('closeCustomer', {
  input: z.object({ customerId: z.string() }),
  ...undo,
});

/** Ends in the BPMN error `CUSTOMER_BLOCKED` when sales do not want the company. */
export const activateCustomer = activityContract('activateCustomer', {
  input: z.object({ customerId: z.string(), workspace: z.string(), billingAccount: z.string() }),
  ...step,
});

// Identity

/** Asks for a check. The answer comes days later, as the message `IdentityChecked` to this run. */
export const requestIdentityCheck = activityContract('requestIdentityCheck', {
  input: z.object({ applicationId: z.string(), company: z.string(), email: z.string() }),
  output: z.object({ checkId: z.string() }),
  ...step,
});

export const deleteIdentityData = activityContract('deleteIdentityData', {
  input: z.object({ checkId: z.string() }),
  ...undo,
});

// Workspace and billing

/** Ends in the BPMN error `NO_CAPACITY` when the plan is sold out. */
export const provisionWorkspace = activityContract('provisionWorkspace', {
  input: z.object({ customerId: z.string(), plan: z.string() }),
  output: z.object({ workspace: z.string() }),
  ...step,
});

export const removeWorkspace = activityContract('removeWorkspace', {
  input: z.object({ workspace: z.string() }),
  ...undo,
});

/** Ends in the BPMN error `BILLING_REFUSED` when the company owes money. */
export const openBillingAccount = activityContract('openBillingAccount', {
  input: z.object({ customerId: z.string(), company: z.string(), plan: z.string() }),
  output: z.object({ billingAccount: z.string() }),
  ...step,
});

export const closeBillingAccount = activityContract('closeBillingAccount', {
  input: z.object({ billingAccount: z.string() }),
  ...undo,
});

// Mail

export const remindApplicant = activityContract('remindApplicant', {
  input: z.object({ company: z.string(), email: z.string() }),
  ...step,
});

export const remindApprovers = activityContract('remindApprovers', {
  input: z.object({ applicationId: z.string(), company: z.string() }),
  ...step,
});

export const escalateApproval = activityContract('escalateApproval', {
  input: z.object({ applicationId: z.string(), company: z.string() }),
  ...step,
});

export const sendWelcome = activityContract('sendWelcome', {
  input: z.object({ company: z.string(), email: z.string(), workspace: z.string() }),
  ...step,
});

export const sendRefusal = activityContract('sendRefusal', {
  input: z.object({ company: z.string(), email: z.string(), reason: z.string() }),
  ...step,
});
