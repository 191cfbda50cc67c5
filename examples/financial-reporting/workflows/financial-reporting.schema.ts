import { z } from 'zod';

/** A ledger of one of the group's companies. */
export const Ledger = z.object({ ledger: z.string(), company: z.string() });

/** What does not add up: the balances of a ledger's accounts, in cents. Those of a sound one add up to 0. */
export const Difference = z.object({ ledger: z.string(), cents: z.number().int() });

export const Correction = z.object({
  ledger: z.string().min(1),
  account: z.string().min(1),
  cents: z.number().int(),
  reason: z.string().min(1),
});

/** A schedule gives nothing, so everything has a default. */
export const Variables = z.object({
  /** `2026-10`; without it the month before the present one. */
  period: z.string().default(''),
  reviewers: z.array(z.string()).default(['carla', 'arne']),

  ledgers: z.array(Ledger).default([]),
  /** How many accounts came from each ledger. */
  collected: z.array(z.number().int()).default([]),
  reconciled: z.boolean().default(false),
  differences: z.array(Difference).default([]),
  /** In cents. */
  profit: z.number().int().default(0),
  corrected: z.boolean().default(false),
  /** Differences of which somebody has said that they do not matter. */
  accepted: z.boolean().default(false),
  correction: Correction.optional(),
  signatures: z.array(z.boolean()).default([]),
  signed: z.boolean().default(false),
  report: z.string().default(''),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_Enter: z.object({ correction: Correction }),
  Task_Accept: z.object({ accepted: z.literal(true), corrected: z.literal(true) }),
  Task_Sign: z.object({ signed: z.boolean() }),
  Task_Decide: z.object({ signed: z.boolean() }),
};
