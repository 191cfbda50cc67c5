import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatonClient } from 'batonflow/client';
import { mortalWorkers } from '../support/mortal-workers';
import { packing, signing } from './fixtures/restart-contracts';

/*
 * Workers are processes here, and end in the middle of what takes several runs; another one goes on. Deliveries of
 * messages and signals: delivery-crashes.integration.test.ts.
 */

const { survive, end } = mortalWorkers({
  workflowsPath: require.resolve('./fixtures/restarts'),
  activities: require.resolve('./fixtures/restart-activities'),
});
const folder = mkdtempSync(join(tmpdir(), 'baton-restarts-'));
afterAll(async () => {
  await end();
  rmSync(folder, { recursive: true });
});

const newNotes = () => join(folder, crypto.randomUUID());
const linesOf = (notes: string) => readFileSync(notes, 'utf8').trim().split('\n');

test.concurrent('1,500 items in slices, each once, though the worker is asked to end', async () => {
  const notes = newNotes();
  const death = { activity: 'packItem', moment: 'after', nth: 700, signal: 'SIGTERM' } as const;
  const packed = await survive(death, (client) => client.execute(packing, { items: 1500, notes }));
  expect(new Set(packed).size).toBe(1500);
  expect(linesOf(notes).sort()).toEqual([...packed].sort());
});

test.concurrent('items that were under way when the worker was killed have the same keys again', async () => {
  const notes = newNotes();
  const death = { activity: 'packItem', moment: 'after', nth: 300, signal: 'SIGKILL' } as const;
  const packed = await survive(death, (client) => client.execute(packing, { items: 510, notes }));
  expect(new Set(packed).size).toBe(510);
  const lines = linesOf(notes);
  expect(new Set(lines)).toEqual(new Set(packed));
  // No more than a worker does at a time.
  expect(lines.length - packed.length).toBeGreaterThan(0);
  expect(lines.length - packed.length).toBeLessThanOrEqual(200);
});

test.concurrent.each(['SIGKILL', 'SIGTERM'] as const)(
  'a human task is completed once by its own workflow, with %s in between',
  async (signal) => {
    const notes = newNotes();
    const death = { activity: 'baton.workOnTask', moment: 'after', signal } as const;
    const { second, result } = await survive(death, async (client) => {
      const run = await client.start(signing, { notes });
      const own = { workflowId: await childOf(client, run.id), id: 'Sign#1' };
      const complete = (by: string) => client.tasks.complete(own, { by }).then(() => by, String);
      // The client may give up before the next worker is there; what it asked for is done all the same.
      await complete('ann');
      return { second: await complete('bob'), result: await run.result() };
    });
    expect(result).toBe('ann');
    expect(second).not.toBe('bob');
    expect(linesOf(notes)).toHaveLength(1);
  },
);

/** The workflow of a run's human task: lists are late. */
async function childOf(client: BatonClient, parent: string): Promise<string> {
  for (;;) {
    for await (const { id, execution } of client.list({ query: `WorkflowType = 'batonTask'` }))
      if (execution.parentExecution?.workflowId === parent) return id;
    await sleep(100);
  }
}
