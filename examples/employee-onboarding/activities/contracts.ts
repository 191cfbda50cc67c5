import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/**
 * What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it.
 *
 * What is prepared is asked for five times, then somebody has to look at it. Taking things back is asked for much longer.
 */
const give = {
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 5, initialInterval: '500 milliseconds', maximumInterval: '1 second' },
} as const;
const takeBack = {
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 50, initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
} as const;

const Role = z.enum(['engineer', 'sales', 'finance']);

// Directory

/** A disabled account, with a name that nobody else has. */
export const createAccount = activityContract('createAccount', {
  input: z.object({ employeeId: z.string(), firstName: z.string(), lastName: z.string(), role: Role }),
  output: z.object({ account: z.string(), accountDn: z.string() }),
  ...give,
});

/** Gives the account its first password, which the manager is sent: it is never in the history. */
export const enableAccount = activityContract('enableAccount', {
  input: z.object({ accountDn: z.string(), account: z.string(), manager: z.string() }),
  ...give,
});

export const disableAccount = activityContract('disableAccount', {
  input: z.object({ accountDn: z.string() }),
  ...takeBack,
});

export const deleteAccount = activityContract('deleteAccount', {
  input: z.object({ accountDn: z.string() }),
  ...takeBack,
});

// Laptop

export const orderLaptop = activityContract('orderLaptop', {
  input: z.object({ employeeId: z.string(), role: Role }),
  output: z.object({ laptop: z.string() }),
  ...give,
});

export const returnLaptop = activityContract('returnLaptop', {
  input: z.object({ laptop: z.string() }),
  ...takeBack,
});

// Mailbox and collaboration

export const createMailbox = activityContract('createMailbox', {
  input: z.object({ account: z.string(), role: Role }),
  output: z.object({ mailbox: z.string() }),
  ...give,
});

/** What was never used goes at once. */
export const deleteMailbox = activityContract('deleteMailbox', {
  input: z.object({ mailbox: z.string() }),
  ...takeBack,
});

/** What was used is kept, but takes no mail any more. */
export const archiveMailbox = activityContract('archiveMailbox', {
  input: z.object({ mailbox: z.string() }),
  ...takeBack,
});

// Licences

/** Ends in the BPMN error `NO_LICENCE` when none is left of one that the role needs. */
export const assignLicences = activityContract('assignLicences', {
  input: z.object({ account: z.string(), role: Role }),
  output: z.object({ licences: z.array(z.string()) }),
  ...give,
});

export const releaseLicences = activityContract('releaseLicences', {
  input: z.object({ account: z.string() }),
  ...takeBack,
});

// Cloud applications

export const grantAccess = activityContract('grantAccess', {
  input: z.object({ account: z.string(), application: z.string() }),
  ...give,
});

export const revokeAccess = activityContract('revokeAccess', {
  input: z.object({ account: z.string(), application: z.string() }),
  ...takeBack,
});

// HR, and the manager

export const recordEquipment = activityContract('recordEquipment', {
  input: z.object({
    employeeId: z.string(),
    account: z.string(),
    accountDn: z.string(),
    laptop: z.string(),
    mailbox: z.string(),
    applications: z.array(z.string()),
  }),
  ...give,
});

export const lookUpEquipment = activityContract('lookUpEquipment', {
  input: z.object({ employeeId: z.string() }),
  output: z.object({
    account: z.string(),
    accountDn: z.string(),
    laptop: z.string(),
    mailbox: z.string(),
    applications: z.array(z.string()),
  }),
  ...give,
});

export const tellHr = activityContract('tellHr', {
  input: z.object({
    firstName: z.string(),
    lastName: z.string(),
    news: z.enum(['did not come', 'is not coming', 'has left']),
  }),
  ...give,
});

export const remindManager = activityContract('remindManager', {
  input: z.object({ firstName: z.string(), lastName: z.string(), manager: z.string() }),
  ...give,
});
