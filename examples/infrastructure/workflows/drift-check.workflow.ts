import { enter, withOwn, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { driftCheck as process } from './drift-check.process';

/**
 * Drift check. Generated from drift-check.bpmn: change the diagram, then run `baton compile`.
 *
 * Every hour: is what the providers have still what the inventory says? Somebody may have changed it by hand,
 * or it may have died.
 */
export async function driftCheck(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, forEach, part, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Compare') return part(compareWithProvidersForAll);

  // Read inventory
  assign(await task('Task_ReadInventory', activities.readInventory, vars));

  // Compare with providers
  vars.comparisons = await compareWithProvidersForAll();

  // Drift?
  if (!vars.comparisons.some((comparison) => comparison.drifted)) return end('End_AsBuilt'); // All as built

  // Report drift
  assign(await task('Task_ReportDrift', activities.reportDrift, vars));

  // Drift reported
  return end('End_Drifted');

  // Compare with providers
  function compareWithProvidersForAll() {
    return forEach(
      'Task_Compare',
      vars.environments,
      async (environment) => {
        const compareWithProvidersVariables = await withOwn(
          vars,
          { environment, comparison: undefined },
          async ({ vars, assign }) => {
            assign(await task('Task_Compare', activities.compareEnvironment, vars));
          },
        );
        return compareWithProvidersVariables.comparison;
      },
      { slices: true },
    );
  }
}

driftCheck.process = process;
