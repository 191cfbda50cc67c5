import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/*
 * What workflows need to know of the activities: names, schemas, retries and timeouts. Workflow code imports this file,
 * so it must not import Node modules; the functions themselves are beside it.
 */

export const payRefund = activityContract('payRefund', {
  input: z.object({ orderId: z.string(), amount: z.number().positive() }),
  output: z.object({ receipt: z.string() }),
  startToCloseTimeout: '20 seconds',
});

export const sendMail = activityContract('sendMail', {
  input: z.object({ to: z.email(), subject: z.string() }),
});
