import { join } from 'node:path';
import { defineActivity } from 'batonflow/activity';
import type { BatonClient } from 'batonflow/client';
import { createTestEnvironment } from 'batonflow/testing';
import { table } from '../figures';
import * as contracts from './contracts';

const TURNS = Number(process.env.BATON_TURNS ?? 100_000);
/** Local activities take minutes where activities take hours. */
const LOCAL = process.env.BATON_LOCAL === '1';

/**
 * A loop of 100,000 turns (`BATON_TURNS`: fewer), each with an activity (`BATON_LOCAL=1`: a local one): in the process
 * itself, and in a parallel branch. No ratio: it shows that histories stay bounded, however often the loop turns.
 */
export async function long(): Promise<void> {
  const env = await createTestEnvironment({
    workflowsPath: join(__dirname, 'workflows.ts'),
    activities: { step: defineActivity(contracts.step, ({ n }) => Promise.resolve({ n: n + 1 })) },
    server: 'dev',
  });
  try {
    const rows: string[][] = [];
    for (const process of [contracts.alone, contracts.inBranch]) {
      const started = performance.now();
      const run = await env.client.start(process, { n: 0, turns: TURNS, local: LOCAL });
      const { n } = await run.result();
      if (n !== TURNS) throw new Error(`${process.type}: ${n} turns instead of ${TURNS}.`);
      const { entered } = (await run.progress()).elements.Step ?? { entered: 0 };
      if (!LOCAL && entered !== TURNS)
        throw new Error(`${process.type}: ${entered} steps instead of ${TURNS}.`);
      const seconds = (performance.now() - started) / 1000;
      const { runs, longest } = await historiesOf(env.client, run.id);
      rows.push([process.type, String(n), String(runs), String(longest), seconds.toFixed(0)]);
      console.log(rows.at(-1)?.join('  '));
    }
    console.log(`\nOne instance, a loop of ${TURNS} turns with ${LOCAL ? 'a local' : 'an'} activity each\n`);
    table(['loop', 'turns', 'runs', 'longest history, events', 'seconds'], rows);
  } finally {
    await env.dispose();
  }
}

/** Of an instance: its own runs and those of its parts. Lists are eventually consistent. */
async function historiesOf(client: BatonClient, id: string): Promise<{ runs: number; longest: number }> {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  let runs = 0;
  let longest = 0;
  const query = `WorkflowId STARTS_WITH "${id}"`;
  for await (const { historyLength } of client.client.workflow.list({ query })) {
    runs += 1;
    longest = Math.max(longest, historyLength);
  }
  return { runs, longest };
}
