import { randomUUID } from 'node:crypto';
import { connect, type BatonClient, type ProcessRun } from 'batonflow/client';
import { employeeOffboarding } from '../workflows/employee-offboarding.process';
import { employeeOnboarding } from '../workflows/employee-onboarding.process';
import { offboardEmployee } from '../workflows/offboard-employee.process';
import { onboardEmployee } from '../workflows/onboard-employee.process';

const person = {
  firstName: 'Ada',
  lastName: 'Byron',
  role: 'engineer',
  manager: 'charles@example.com',
} as const;
const soon = () => new Date(Date.now() + 5_000).toISOString();

/** What people enter into their tasks, by the name of the task. */
const answers: Readonly<Record<string, object>> = {
  'Plan first day': { plan: 'Meet the team' },
  'Buy licences': {},
  'Confirm arrival': { arrived: true },
  'Plan handover': { handover: 'Grace takes over' },
  'Collect laptop': {},
};

/** One person comes and leaves, twice: by the workflows written by hand, and by those compiled from the diagrams. */
async function main(): Promise<void> {
  const client = await connect();
  for (const [onboarding, offboarding] of [
    [onboardEmployee, offboardEmployee],
    [employeeOnboarding, employeeOffboarding],
  ] as const) {
    const employeeId = `e-${randomUUID().slice(0, 8)}`;
    const businessKey = employeeId;
    const hired = { employeeId, ...person, startDate: soon() };
    await follow(client, await client.start(onboarding, hired, { businessKey }));
    const leaving = { employeeId, ...person, lastDay: soon() };
    await follow(client, await client.start(offboarding, leaving, { businessKey }));
  }
  await client.close();
}

/** Tells what happens, and does what people do by their task lists, or by `baton tasks`. */
async function follow(client: BatonClient, run: ProcessRun): Promise<void> {
  console.log(`\n${run.id}`);
  for await (const step of run.follow()) {
    console.log(`  ${step.at.toISOString().slice(11, 23)}  ${step.state.padEnd(9)}  ${step.name}`);
    if (step.kind !== 'task' || step.state !== 'opened') continue;
    for (const task of await client.tasks.list({ workflowId: run.id }))
      await client.tasks.complete(task, answers[task.name], { user: task.assignee ?? 'ivan' });
  }
  console.log('Result', await run.result());
  console.log('In the Temporal UI:', run.uiUrl);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
