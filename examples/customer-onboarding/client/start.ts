import { randomUUID } from 'node:crypto';
import { connect } from 'batonflow/client';
import { customerOnboarding } from '../workflows/customer-onboarding.process';
import { onboardCustomer } from '../workflows/onboard-customer.process';

/** Large enough for somebody to have a look: two people have to. */
const application = {
  company: 'Teapots Ltd',
  email: 'anna@teapots.example',
  country: 'IE',
  monthlyVolume: 30_000,
  plan: 'business',
} as const;

/** One application twice: through the workflow written by hand, and through the one compiled from the diagram. */
async function main(): Promise<void> {
  const client = await connect();
  for (const process of [onboardCustomer, customerOnboarding]) {
    const applicationId = `a-${randomUUID().slice(0, 8)}`;
    const run = await client.start(
      process,
      { applicationId, ...application },
      { businessKey: applicationId },
    );
    console.log(`\n${process.name}: ${run.id}`);
    const approvers = ['alice', 'bob'];
    for await (const step of run.follow()) {
      console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
      if (step.kind !== 'task' || step.state !== 'opened') continue;
      // People of compliance do this by their task list, or by `baton tasks`.
      const [task] = await client.tasks.list({ workflowId: run.id });
      const user = approvers.shift();
      if (task && user) await client.tasks.complete(task, { approved: true }, { user });
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
