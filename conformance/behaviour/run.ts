import { availableParallelism } from 'node:os';
import type { Report } from '../report';
import type { Case, Suite } from '../suites';
import { workFolder } from '../work-folder';
import { bundleCases } from './bundle';
import { judge, remarkOn, type Observed } from './judge';
import { openLane } from './lane';
import { prepare, type Prepared } from './prepare';
import { reportOf } from './report';

/** Servers at once; each takes a processor while it starts, and about 100 MB. */
const LANES = Math.min(4, availableParallelism());

/** Compiles every case, and runs those that compile on servers with skipped time. */
export async function measureBehaviour(suite: Suite, cases: readonly Case[]): Promise<Report> {
  const observed = new Map<Case, Observed>();
  const prepared: Prepared[] = [];
  const folder = workFolder(suite.name);
  for (const [number, one] of cases.entries()) {
    const result = await prepare(suite, one, number, folder);
    if (result.kind === 'prepared') prepared.push(result);
    else observed.set(one, result);
  }
  for (const [one, result] of await runAll(prepared, folder)) observed.set(one, result);
  return reportOf(
    suite,
    cases.map((of) => {
      const seen = observed.get(of) as Observed;
      return { of, why: judge(of.expect, seen), remark: remarkOn(of.expect, seen) };
    }),
  );
}

async function runAll(prepared: readonly Prepared[], folder: string): Promise<ReadonlyMap<Case, Observed>> {
  const results = new Map<Case, Observed>();
  const { workflowBundle, cases, broken } = await bundleCases(prepared, folder);
  for (const [{ of }, why] of broken) results.set(of, { kind: 'refused', invalid: false, why });
  if (!workflowBundle) return results;

  const queue = [...cases];
  const work = async () => {
    const lane = await openLane(workflowBundle);
    try {
      for (let next = queue.shift(); next; next = queue.shift()) results.set(next.of, await lane.run(next));
    } finally {
      await lane.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, queue.length) }, work));
  return results;
}
