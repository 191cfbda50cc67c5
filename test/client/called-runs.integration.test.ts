import { DefaultLogger } from '@temporalio/worker';
import { connect } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import { caller } from '../workflows/fixtures/call-contracts';
import { eventually } from '../support/eventually';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const taskQueue = `calls-${crypto.randomUUID()}`;

test('called processes are listed with their callers, by business key and by process', async () => {
  const worker = await createWorker({
    workflowsPath: require.resolve('../workflows/fixtures/call-workflows'),
    taskQueue,
    connection: { address },
    logger: new DefaultLogger('ERROR'),
  });
  await worker.runUntil(async () => {
    await using client = await connect({ address, taskQueue });
    const businessKey = crypto.randomUUID();
    const run = await client.start(caller, { test: 'a result' }, { businessKey });
    expect(await run.result()).toEqual({ doubled: 42 });

    const listed = async () => {
      const types: string[] = [];
      for await (const { type } of client.list({ businessKey })) types.push(type);
      return types.sort();
    };
    expect(await eventually(listed, ({ length }) => length === 2)).toEqual(['callee', 'caller']);

    const called = await client.describe(`${run.id}/${run.runId!.slice(0, 8)}/Call_It#1`);
    expect(called).toMatchObject({ type: 'callee', businessKey, summary: `Call it · ${businessKey}` });
    expect(called.execution.memo ?? {}).toEqual({});
  });
});
