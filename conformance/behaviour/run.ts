import type { Report } from '../report';
import type { Case, Suite } from '../suites';
import { workFolder } from '../work-folder';
import { bundleCode } from '../../dist/testing/scenarios/server/bundle';
import { inLanes } from '../../dist/testing/scenarios/server/pool';
import { judge, remarkOn, type Observed } from './judge';
import { codeOf, prepare, type Prepared } from './prepare';
import { reportOf } from './report';
import { runCase } from './run-case';

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
  for (const [one, result] of await runAll(prepared)) observed.set(one, result);
  return reportOf(
    suite,
    cases.map((of) => {
      const seen = observed.get(of) as Observed;
      return { of, why: judge(of.expect, seen), remark: remarkOn(of.expect, seen) };
    }),
  );
}

/** By the machinery of scenario tests: one bundle of all cases, a pool of servers, one case at a time on each. */
async function runAll(prepared: readonly Prepared[]): Promise<ReadonlyMap<Case, Observed>> {
  const results = new Map<Case, Observed>();
  const code = new Map(prepared.map((one) => [codeOf(one), one]));
  const { workflowBundle, broken } = await bundleCode([...code.keys()], new Map());
  const sound: Prepared[] = [];
  for (const [one, of] of code) {
    const why = broken.get(one);
    if (why === undefined) sound.push(of);
    else results.set(of.of, { kind: 'refused', invalid: false, why: why.replace(/\s+/g, ' ') });
  }
  if (!workflowBundle) return results;
  await inLanes(workflowBundle, sound, new AbortController().signal, async (lane, one) => {
    results.set(one.of, await runCase(lane, one));
  });
  return results;
}
