import { enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { detectDrift as process } from './detect-drift.process';

/** The drift check by hand: compare drift-check.workflow.ts, which is compiled from the diagram. */
export async function detectDrift(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, forEach, end } = enter(process, input);

  assign(await task('Read inventory', activities.readInventory));
  vars.comparisons = await forEach('Compare with providers', vars.environments, async (environment) => {
    const input = { environment };
    return (await task('Compare with providers', activities.compareEnvironment, input)).comparison;
  });
  if (!vars.comparisons.some(({ drifted }) => drifted)) return end('All as built');

  await task('Report drift', activities.reportDrift, vars);
  return end('Drift reported');
}
