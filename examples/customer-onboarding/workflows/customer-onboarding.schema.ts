import { z } from 'zod';

/**
 * Variables of the process. A start gives the application, which has no defaults; the rest is what the steps find out.
 */
export const Variables = z.object({
  applicationId: z.string().min(1),
  company: z.string().min(1),
  email: z.email(),
  /** ISO 3166-1, two letters. */
  country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166-1)'),
  /** What the customer expects to turn over in a month, in euros. */
  monthlyVolume: z.number().nonnegative(),
  plan: z.enum(['team', 'business', 'enterprise']),

  customerId: z.string().default(''),
  checkId: z.string().default(''),
  identity: z.enum(['unknown', 'confirmed', 'refused']).default('unknown'),
  politicallyExposed: z.boolean().default(false),
  risk: z.enum(['low', 'medium', 'high']).default('high'),
  approved: z.boolean().default(false),
  firstApprover: z.string().default(''),
  workspace: z.string().default(''),
  billingAccount: z.string().default(''),
  /** Why the customer was not taken. */
  reason: z.string().default(''),
});

const Approval = z.object({ approved: z.boolean() });

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_FirstApproval: Approval,
  Task_SecondApproval: Approval,
};

const IdentityChecked = z.object({
  identity: z.enum(['confirmed', 'refused']),
  politicallyExposed: z.boolean(),
});

/** What comes with messages, by name. */
export const messages = {
  /** The provider of identity checks calls back. */
  IdentityChecked,
};
