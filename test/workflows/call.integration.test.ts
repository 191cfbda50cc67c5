import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { caller } from './fixtures/call-contracts';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/call-workflows') });
});
afterAll(async () => {
  await env.dispose();
});

const run = (test: string, businessKey?: string) =>
  env.client.start(caller, { test }, businessKey === undefined ? {} : { businessKey });

async function causesOf(promise: Promise<unknown>): Promise<unknown[]> {
  const causes: unknown[] = [];
  const failed: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  for (let next = failed; next instanceof Error; next = next.cause) causes.push(next);
  return causes;
}

type Started = Awaited<ReturnType<typeof run>>;

interface Call {
  readonly type: string;
  readonly id: string;
  readonly input: unknown;
}

/** The calls of a run, as they stand in its history. */
async function callsOf(started: Started): Promise<Call[]> {
  const { events } = await started.history();
  return (events ?? []).flatMap(({ startChildWorkflowExecutionInitiatedEventAttributes: call }) => {
    return call
      ? {
          type: call.workflowType!.name!,
          id: call.workflowId!,
          input: JSON.parse(Buffer.from(call.input!.payloads![0]!.data!).toString()),
        }
      : [];
  });
}

/** Waits until the cancellation has arrived: the server does not count it as work, and would skip time meanwhile. */
async function cancelledCall(started: Started): Promise<string> {
  const [{ id }] = (await callsOf(started)) as [Call];
  for (;;) {
    const { events } = await env.client.history(id);
    if (events?.some((event) => event.workflowExecutionCancelRequestedEventAttributes)) return id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('the called process gets the fields of its contract, and gives its result', async () => {
  const started = await run('a result');
  expect(await started.result()).toEqual({ doubled: 42 });
  const id = `${started.id}/${started.runId!.slice(0, 8)}/Call_It#1`;
  expect(await callsOf(started)).toEqual([{ type: 'callee', id, input: { ends: 'well', amount: 21 } }]);
  expect(await env.client.describe(id)).toMatchObject({
    summary: 'Call it',
    details: 'Called **often**.',
    status: 'COMPLETED',
  });
});

test('every call has an id of its own, and the business key is handed on unless the call has one', async () => {
  const started = await run('twice', '17');
  expect(await started.result()).toEqual([
    { doubled: 2, businessKey: '17' },
    { doubled: 2, businessKey: 'mine' },
  ]);
  const calls = await Promise.all((await callsOf(started)).map(({ id }) => env.client.describe(id)));
  expect(calls.map(({ id, summary, businessKey }) => [id.split('/').at(-1), summary, businessKey])).toEqual([
    ['Call_It#1', 'Call it · 17', '17'],
    ['Call_It#2', 'Again · mine', 'mine'],
  ]);
});

test('a process that is known by its id or type only can be called', async () => {
  expect(await (await run('by its name')).result()).toEqual({ doubled: 2 });
});

test('BPMN errors of the called process are caught at the call, technical failures are not', async () => {
  expect(await (await run('a BPMN error')).result()).toBe('Declined');
  const causes = await causesOf((await run('a technical failure')).result());
  expect(causes.at(-1)).toMatchObject({ type: 'Printer', message: 'on fire' });
});

test('interrupting a call waits until the called process has ended', async () => {
  const started = await run('an interruption');
  await env.advance('1 hour');
  const id = await cancelledCall(started);
  expect(await started.result()).toEqual(['Late', 70]);
  expect((await env.client.describe(id)).status).toBe('CANCELLED');
});

test('input that does not fit the called process fails the call, naming the problem', async () => {
  const causes = await causesOf((await run('bad input')).result());
  expect(causes.at(-1)).toMatchObject({
    type: 'InvalidInput',
    message: expect.stringContaining('process callee: input does not fit: ends:') as string,
  });
});
