import { z } from 'zod';

/** What HR knows of somebody who is hired. */
export const Hired = z.object({
  employeeId: z.string().min(1),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  role: z.enum(['engineer', 'sales', 'finance']),
  /** Who plans the first day, and confirms the arrival; also an address. */
  manager: z.email(),
  /** ISO 8601, with the time at which the day begins. */
  startDate: z.iso.datetime({ offset: true }),
});

/** Variables of the process. What HR says has no defaults; the rest is what the steps find out. */
export const Variables = Hired.extend({
  applications: z.array(z.string()).default([]),
  account: z.string().default(''),
  accountDn: z.string().default(''),
  laptop: z.string().default(''),
  mailbox: z.string().default(''),
  licences: z.array(z.string()).default([]),
  plan: z.string().default(''),
  arrived: z.boolean().default(false),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_PlanFirstDay: z.object({ plan: z.string().min(1) }),
  Task_BuyLicences: z.object({}),
  Task_ConfirmArrival: z.object({ arrived: z.boolean() }),
};

/** What comes with messages, by name. */
export const messages = {
  EmployeeHired: Hired,
  HiringWithdrawn: z.object({}),
};
