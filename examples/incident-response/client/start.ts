import { randomUUID } from 'node:crypto';
import { connect } from 'batonflow/client';
import { incidentResponse } from '../workflows/incident-response.process';
import { respondToIncident } from '../workflows/respond-to-incident.process';

const alert = {
  service: 'checkout',
  summary: 'Checkout fails',
  errorRate: 0.6,
  customers: 40,
  settle: 'PT1S',
};

/** What people enter into their tasks, by the name of the task. */
const answers: Readonly<Record<string, object>> = {
  Acknowledge: { engineer: 'alice' },
  Decide: { remedy: 'wait', major: true },
  'Write post-mortem': { learnt: 'Totals are tested now.' },
};

/** One incident twice: through the workflow written by hand, and through the one compiled from the diagram. */
async function main(): Promise<void> {
  const client = await connect();
  for (const process of [respondToIncident, incidentResponse]) {
    const fingerprint = `checkout-${randomUUID().slice(0, 8)}`;
    const run = await client.start(process, { fingerprint, ...alert }, { businessKey: fingerprint });
    console.log(`\n${process.name}: ${run.id}`);
    for await (const step of run.follow()) {
      console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
      if (step.kind !== 'task' || step.state !== 'opened') continue;
      // Engineers do this by their task list, or by `baton tasks`.
      for (const task of await client.tasks.list({ workflowId: run.id })) {
        await client.tasks.complete(task, answers[task.name] ?? {}, { user: 'alice' });
      }
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
