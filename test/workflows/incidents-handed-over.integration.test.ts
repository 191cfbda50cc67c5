/** Incidents in a loop that a run of its own goes on with: on the dev server, which finds such runs when they are asked. */
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { CONTINUE_AFTER_MEMO } from '../../src/shared/continuation';
import { charge, decline, unknownCards } from './fixtures/incident-activities';
import { measuring } from './fixtures/incident-contracts';
import { eventually } from '../support/eventually';

let env: TestEnvironment;

beforeAll(async () => {
  unknownCards.add('lost');
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/incident-workflows'),
    activities: { charge, decline },
    server: 'dev',
  });
});
afterAll(async () => {
  await env.dispose();
});

type Run = Awaited<ReturnType<typeof startAfter>>;

/** The run that does a part of another one, as soon as there is one. */
const childOf = (run: Run) =>
  eventually(async () => {
    const { events } = await run.history();
    return (events ?? [])
      .map((event) => event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId ?? undefined)
      .find(Boolean);
  });

const incidentOf = (workflowId: string) =>
  eventually(async () => (await env.client.incidents.list({ workflowId }))[0]);

const startAfter = (events: number, caught: boolean) =>
  env.client.start(measuring, { caught }, { memo: { [CONTINUE_AFTER_MEMO]: events } });

it('is no incident where the failure is caught around it', async () => {
  const run = await startAfter(30, true);
  expect(await run.result()).toMatchObject({ outcome: 'Broken' });
  expect(await run.incidents()).toEqual([]);
});

it('stops there where nothing catches it, also with a BPMN error', async () => {
  const run = await startAfter(30, false);
  const child = await childOf(run);
  const charge = await incidentOf(child);
  expect(charge).toMatchObject({ element: 'Charge', message: 'no card lost' });
  await env.client.incidents.retry(charge, { input: { card: 'amex' } });
  const decline = await incidentOf(child);
  expect(decline).toMatchObject({ element: 'Decline', kind: 'error', code: 'DECLINED' });
  await env.client.incidents.skip(decline);
  const { seen } = (await run.result()) as unknown as { seen: string[] };
  expect(seen).toHaveLength(30);
  expect(seen[24]).toBe('amex 25');
});
