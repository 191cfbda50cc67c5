import { connect } from 'batonflow/client';
import { fulfilOrder } from '../workflows/fulfil-order.process';
import { orderFulfilment } from '../workflows/order-fulfilment.process';

const order = {
  sku: 'TEAPOT-1',
  quantity: 2,
  amount: 59.8,
  card: '4111 1111 1111 1111',
  address: '1 Harbour Street, Galway',
};

/** One order twice: through the workflow written by hand, and through the one compiled from the diagram. */
async function main(): Promise<void> {
  const baton = await connect();
  for (const process of [fulfilOrder, orderFulfilment]) {
    const orderId = `o-${crypto.randomUUID().slice(0, 8)}`;
    const run = await baton.start(process, { orderId, ...order }, { businessKey: orderId });
    console.log(`\n${process.name}: ${run.workflowId}`);
    for await (const step of baton.follow(run)) console.log(`  ${step.text}`);
    console.log('Result', await run.result());
    console.log('In the Temporal UI:', baton.uiUrl(run));
  }
  await baton.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
