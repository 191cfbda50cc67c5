import { execFileSync } from 'node:child_process';
import { connect } from 'batonflow/client';
import { deliverCommit } from '../workflows/deliver-commit.process';
import { deliveryPipeline } from '../workflows/delivery-pipeline.process';
import { pushed } from './pushed';

/** Delivers what the branch main is at: by the workflow written by hand, and by the one compiled from the diagram. */
async function main(): Promise<void> {
  const { REPOSITORY_URL: repository = '.' } = process.env;
  const [line = ''] = execFileSync('git', ['ls-remote', repository, 'refs/heads/main'], {
    encoding: 'utf8',
  }).split('\t');
  const client = await connect();
  for (const pipeline of [deliverCommit, deliveryPipeline]) {
    const push = {
      branch: 'main',
      before: '0'.repeat(40),
      commit: line,
      committer: 'dana@example.com',
      watch: 'PT1S',
    };
    const run = await pushed(client, pipeline, push);
    console.log(`\n${pipeline.name}: ${run.id}`);
    for await (const step of run.follow()) {
      console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
      if (step.kind !== 'task' || step.state !== 'opened') continue;
      // A release manager says yes; `npx baton tasks` has what there is to decide.
      const [task] = await client.tasks.list({ workflowId: run.id });
      if (task) await client.tasks.complete(task, { approved: true }, { user: 'rita' });
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
