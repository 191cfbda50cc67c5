import { z } from 'zod';

/** The variables of refund.bpmn: what a run starts with, and what its steps add. */
export const Variables = z.object({
  orderId: z.string().min(1),
  amount: z.number().positive(),
  approved: z.boolean().optional(),
  receipt: z.string().optional(),
});

/** What people enter when they complete a task: element id → schema. */
export const tasks = {
  Task_Approve: z.object({ approved: z.boolean() }),
};
