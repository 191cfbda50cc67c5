import { condition } from '@temporalio/workflow';
import type { Run } from './run';

/**
 * Waits, within the same workflow task, until every other branch of the run has reached its next wait.
 *
 * Temporal calls: `condition`; nothing that reaches the history.
 */
export async function letOthersGoOn({ progress }: Run): Promise<void> {
  for (let before = -1; before !== progress.steps;) {
    before = progress.steps;
    await allHavePaused();
    await allHavePaused();
  }
}

/** Conditions are asked when nothing else can go on, though the first time may be too early. */
function allHavePaused(): Promise<void> {
  let asked = 0;
  return condition(() => asked++ > 0);
}
