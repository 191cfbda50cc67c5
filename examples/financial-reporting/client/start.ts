import { connect } from 'batonflow/client';
import { closeMonth } from '../workflows/close-month.process';
import { monthEndClose } from '../workflows/financial-reporting.process';

/** The last month twice: through the workflow written by hand, and through the one compiled from the diagram. */
async function main(): Promise<void> {
  const client = await connect();
  for (const process of [closeMonth, monthEndClose]) {
    const run = await client.start(process, { reviewers: ['carla', 'arne'] });
    console.log(`\n${process.name}: ${run.id}`);
    for await (const step of run.follow()) {
      console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
      if (step.kind !== 'task' || step.state !== 'opened') continue;
      // Reviewers do this by their task list, or by `baton tasks`.
      for (const { assignee, ...task } of await client.tasks.list({ workflowId: run.id })) {
        if (assignee !== undefined) await client.tasks.complete(task, { signed: true }, { user: assignee });
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
