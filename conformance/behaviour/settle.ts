import { setTimeout as sleep } from 'node:timers/promises';
import type { TestEnvironment } from 'batonflow/testing';
import { workUnderWay } from './history';
import type { CaseRecord } from './record';

/** Real milliseconds after which a run that is still busy is given up. */
const PATIENCE = 15_000;
const LOOK_AGAIN = 10;

/**
 * Waits until no run of the case has anything to do before time passes or something comes from outside.
 *
 * @returns why that cannot be waited for; undefined if all is quiet
 */
export async function settle(environment: TestEnvironment, record: CaseRecord): Promise<string | undefined> {
  const giveUp = performance.now() + PATIENCE;
  let quietAt: number | undefined;
  for (;;) {
    const { events, busy, stuck } = await survey(environment, record);
    if (stuck !== undefined) return `its code fails in the workflow: ${stuck}`;
    // One run may have woken another while they were looked at, so nothing may have happened for two looks.
    if (busy === undefined && quietAt === events) return undefined;
    quietAt = busy === undefined ? events : undefined;
    if (performance.now() > giveUp) return `it does not come to rest, busy with ${busy ?? 'new events'}`;
    await sleep(LOOK_AGAIN);
  }
}

interface Survey {
  /** Of all runs. */
  readonly events: number;
  readonly busy: string | undefined;
  readonly stuck: string | undefined;
}

async function survey({ client }: TestEnvironment, { workflows }: CaseRecord): Promise<Survey> {
  let events = 0;
  let busy: string | undefined;
  let stuck: string | undefined;
  for (const id of workflows) {
    const history = await client.get(undefined, id).history();
    const work = workUnderWay(history.events ?? []);
    events += history.events?.length ?? 0;
    busy ??= work.busy;
    stuck ??= work.stuck;
  }
  return { events, busy, stuck };
}
