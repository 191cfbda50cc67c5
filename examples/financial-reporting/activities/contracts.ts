import { activityContract } from 'batonflow/contract';
import { z } from 'zod';
import { Correction, Difference, Ledger } from '../workflows/financial-reporting.schema';

/** What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it. */

/** Which month is closed, and the ledgers that count. */
export const openPeriod = activityContract('openPeriod', {
  input: z.object({ period: z.string() }),
  output: z.object({ period: z.string(), ledgers: z.array(Ledger) }),
});

/** Copies the balances of all accounts of a ledger, page by page, into the consolidation. */
export const collectLedger = activityContract('collectLedger', {
  input: z.object({ period: z.string(), ledger: Ledger }),
  output: z.object({ accounts: z.number().int() }),
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '8 seconds',
  retry: { initialInterval: '500 milliseconds' },
});

/** Looks for ledgers that do not add up; what was accepted does not matter. */
export const reconcile = activityContract('reconcile', {
  input: z.object({ period: z.string(), accepted: z.boolean() }),
  output: z.object({
    reconciled: z.boolean(),
    differences: z.array(Difference),
    profit: z.number().int(),
    corrected: z.literal(false),
  }),
});

/** Books what somebody has entered; it counts from the next reconciliation on. */
export const bookCorrection = activityContract('bookCorrection', {
  input: z.object({ period: z.string(), correction: Correction.optional() }),
  output: z.object({ corrected: z.literal(true) }),
});

export const publish = activityContract('publish', {
  input: z.object({ period: z.string(), profit: z.number().int() }),
  output: z.object({ report: z.string() }),
});

/** Sends a mail to a group of people. */
export const notify = activityContract('notify', {
  input: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
});
