import { connect, type ProcessRun } from 'batonflow/client';
import { refund } from '../workflows/refund.process';
import { welcome } from '../workflows/welcome.process';

/** Starts one run of each process and prints what happens in it. */
async function main(): Promise<void> {
  const baton = await connect({ taskQueue: '{{name}}' });
  try {
    const customer = await baton.start(welcome, { mail: 'mira@example.com' });
    await customer.message('Confirmed', {});
    await show('Welcome, written by hand', customer);

    const orderId = `o-${Date.now()}`;
    const order = await baton.start(refund, { orderId, amount: 42 }, { businessKey: orderId });
    await show('Refund, drawn as a diagram', order);
  } finally {
    await baton.close();
  }
}

async function show(title: string, run: ProcessRun): Promise<void> {
  console.log(`\n${title}: ${run.id}`);
  for await (const { name, kind, state } of run.follow()) console.log(`  ${kind} ${name}: ${state}`);
  console.log('  Result:', await run.result());
  if (run.uiUrl !== undefined) console.log(`  In the Temporal UI: ${run.uiUrl}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
