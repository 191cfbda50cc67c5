import { condition, defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

export interface Order {
  readonly orderId: string;
  readonly amount: number;
}

interface Activities {
  checkStock(order: Order): Promise<{ readonly inStock: boolean }>;
  chargeCard(order: Order): Promise<{ readonly receipt: string }>;
  ship(order: Order): Promise<{ readonly trackingNumber: string }>;
}

const { checkStock, chargeCard, ship } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

export const approve = defineSignal<[{ readonly approved: boolean }]>('approve');

/** Plain Temporal, so that both ways to test it run the same code. */
export async function order(input: Order): Promise<object> {
  let approved: boolean | undefined;
  setHandler(approve, (answer) => {
    approved = answer.approved;
  });
  for (let day = 0; !(await checkStock(input)).inStock; day++) {
    if (day === 7) return { status: 'cancelled' };
    await sleep('1 day');
  }
  if (input.amount > 1000) {
    const answered = await condition(() => approved !== undefined, '3 days');
    if (!answered || !approved) return { status: 'refused' };
  }
  const { receipt } = await chargeCard(input);
  const { trackingNumber } = await ship(input);
  return { status: 'shipped', receipt, trackingNumber };
}
