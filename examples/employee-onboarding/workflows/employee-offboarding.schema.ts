import { z } from 'zod';

/** What HR says of somebody who leaves. */
export const Leaving = z.object({
  employeeId: z.string().min(1),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  manager: z.email(),
  /** ISO 8601, with the time at which the day ends. */
  lastDay: z.iso.datetime({ offset: true }),
});

/** Variables of the process. What HR says has no defaults; the rest was recorded when they came. */
export const Variables = Leaving.extend({
  applications: z.array(z.string()).default([]),
  account: z.string().default(''),
  accountDn: z.string().default(''),
  laptop: z.string().default(''),
  mailbox: z.string().default(''),
  handover: z.string().default(''),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_PlanHandover: z.object({ handover: z.string().min(1) }),
  Task_CollectLaptop: z.object({}),
};

/** What comes with messages, by name. */
export const messages = { EmployeeLeaves: Leaving };
