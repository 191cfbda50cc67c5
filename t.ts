import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { createWorker } from 'batonflow/worker';
import * as activities from './test/workflows/fixtures/activities';
async function main() {
  process.env.TEMPORAL_ADDRESS = '127.0.0.1:17233';
  const worker = await createWorker({ workflowsPath: process.cwd() + '/test/workflows/fixtures/workflows.ts', activities: activities as any, taskQueue: 'ui' });
  const client = new Client({ connection: await Connection.connect({ address: '127.0.0.1:17233' }) });
  const run = worker.run();
  const opts = (type: string) => ({ taskQueue: 'ui', workflowId: type + '-ui', staticSummary: 'Steps — o-1', staticDetails: 'Some **details**', typedSearchAttributes: [{ key: defineSearchAttributeKey('BatonProcess', 'KEYWORD'), value: type }, { key: defineSearchAttributeKey('BatonBusinessKey', 'KEYWORD'), value: 'o-1' }] as any });
  await client.workflow.execute('steps', { ...opts('steps'), args: [{ text: 'hi' }] });
  await client.workflow.start('people', { ...opts('people'), args: [{}] });
  await new Promise((r) => setTimeout(r, 120000));
  process.kill(process.pid, 'SIGTERM'); await run;
}
main();
