import {
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
  sleep,
} from '@temporalio/workflow';
import type { z } from 'zod';
import type * as implementations from './activities';
import { Variables } from './order.schema';

const activities = (summary: string) =>
  proxyActivities<typeof implementations>({
    startToCloseTimeout: '1 minute',
    retry: { maximumAttempts: 3 },
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
    summary,
  });

type Order = z.output<typeof Variables>;

/**
 * The process of order.bpmn as one would write it with nothing but @temporalio/workflow. What comes in is checked by the
 * same schema: a workflow that trusts its input does less.
 */
export async function viaHand(input: Order): Promise<Order> {
  const checked = Variables.safeParse(input);
  if (!checked.success) throw ApplicationFailure.nonRetryable(checked.error.message, 'InvalidInput');
  const order = checked.data;

  do {
    Object.assign(order, await activities('Check stock').checkStock({ missing: order.missing }));
  } while (order.missing > 0);

  const charged = await withDeadline('1 hour', async () => {
    Object.assign(order, await activities('Charge card').chargeCard({ amount: order.amount }));
  });
  if (!charged) return order;

  const { receipt } = order;
  return { ...order, ...(await activities('Ship').ship({ ...(receipt !== undefined && { receipt }) })) };
}

/** Whether the body was done in time; else it is cancelled. */
async function withDeadline(time: '1 hour', body: () => Promise<void>): Promise<boolean> {
  const work = new CancellationScope();
  const deadline = new CancellationScope();
  let late = false;
  const timer = deadline.run(async () => {
    await sleep(time, { summary: 'Too slow' });
    late = true;
    work.cancel();
  });
  try {
    await work.run(body);
  } catch (error) {
    if (!late || !isCancellation(error)) throw error;
  }
  deadline.cancel();
  await timer.catch((error: unknown) => {
    if (!isCancellation(error)) throw error;
  });
  return !late;
}
