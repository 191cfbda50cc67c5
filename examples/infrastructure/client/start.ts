import { randomUUID } from 'node:crypto';
import { connect, type ProcessRef, type ProcessRun } from 'batonflow/client';
import { infrastructure } from '../workflows/infrastructure.process';
import { provisionEnvironment } from '../workflows/provision-environment.process';
import { tearDown } from '../workflows/tear-down.process';
import { tearDownEnvironment } from '../workflows/tear-down-environment.process';

const request = { requestedBy: 'ann@example.com', webServers: ['web-1', 'web-2'], askEvery: 'PT0.5S' };

/** An environment up and down again: by the workflows written by hand, and by those compiled from the diagrams. */
async function main(): Promise<void> {
  const client = await connect();
  for (const [build, takeDown] of [
    [provisionEnvironment, tearDownEnvironment],
    [infrastructure, tearDown],
  ] as const) {
    const environment = `shop-${randomUUID().slice(0, 8)}`;
    const options = { businessKey: environment };
    await show(build.name, await client.start(build, { environment, ...request }, options));
    await show(takeDown.name, await client.start(takeDown, { environment }, options));
  }
  await client.close();
}

async function show<P extends ProcessRef>(name: string, run: ProcessRun<P>): Promise<void> {
  console.log(`\n${name}: ${run.id}`);
  for await (const step of run.follow()) {
    console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
  }
  console.log('Result', await run.result());
  console.log('In the Temporal UI:', run.uiUrl);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
