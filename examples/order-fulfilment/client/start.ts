import { randomUUID } from 'node:crypto';
import { connect } from 'batonflow/client';
import { fulfilOrder } from '../workflows/fulfil-order.process';
import { orderFulfilment } from '../workflows/order-fulfilment.process';
import { order } from './order';

/** One order twice: through the workflow written by hand, and through the one compiled from the diagram. */
async function main(): Promise<void> {
  const client = await connect();
  for (const process of [fulfilOrder, orderFulfilment]) {
    const orderId = `o-${randomUUID().slice(0, 8)}`;
    const run = await client.start(process, { orderId, ...order }, { businessKey: orderId });
    console.log(`\n${process.name}: ${run.id}`);
    for await (const step of run.follow()) {
      // What delivers messages is no step of the process.
      if (step.name.startsWith('baton.')) continue;
      console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
    }
    console.log('Result', await run.result());
    console.log('In the Temporal UI:', run.uiUrl);
  }
  await client.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
