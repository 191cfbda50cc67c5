import { setTimeout as sleep } from 'node:timers/promises';
import type { TestEnvironment } from '../../environment';
import type { Attempts } from './attempts';
import { workUnderWay } from './history';
import { openRuns, type OpenRun } from './open-runs';

/** Real milliseconds without any event after which a run that is still busy is given up. */
const PATIENCE_MS = 15_000;
/** In all, for runs to which something always happens. */
const LIMIT_MS = 90_000;
/** Between two looks: quick where little is to be done, and no load on a machine that is busy with it. */
const LOOK_AGAIN_MS = { first: 4, last: 64 };
/** Time usually has passed by then. */
const LOOK_WHILE_TIME_PASSES_MS = 1_000;

/**
 * Waits until no run on the server has a workflow task, an activity, an undelivered signal or the start of a child under
 * way. Timers and activities that wait to be tried again are idle: only time moves them.
 *
 * Temporal calls: `ListOpenWorkflowExecutions`, `GetWorkflowExecutionHistory`, again and again.
 *
 * @returns why that cannot be waited for; undefined once all is idle
 */
export async function untilIdle(
  environment: TestEnvironment,
  attempts: Attempts,
  { patience = PATIENCE_MS }: { readonly patience?: number } = {},
): Promise<string | undefined> {
  const limit = performance.now() + LIMIT_MS;
  let giveUp = performance.now() + patience;
  let pause = LOOK_AGAIN_MS.first;
  let before: Look | undefined;
  for (;;) {
    const seen = await look(environment, attempts);
    const { state, busy, stuck } = seen;
    if (stuck !== undefined) return `its code fails in the workflow: ${stuck}`;
    const hasChanged = state !== before?.state;
    // One run may have woken another while they were looked at, so nothing may have happened between two looks.
    if (!hasChanged && busy === undefined && before?.busy === undefined) return undefined;
    const now = performance.now();
    if (hasChanged) giveUp = now + patience;
    if (now > Math.min(giveUp, limit)) return `it does not come to rest: busy with ${busy ?? 'new events'}`;
    before = seen;
    await sleep(pause);
    pause = busy === undefined ? LOOK_AGAIN_MS.first : Math.min(pause * 2, LOOK_AGAIN_MS.last);
  }
}

/**
 * Resolves once the code of a run fails in the workflow, to how: the server lets no time pass then, as the task is always
 * about to be tried again. Resolves to undefined when the signal says that nobody waits any more.
 *
 * Temporal calls: as for `untilIdle`, once a second.
 */
export async function untilStuck(
  environment: TestEnvironment,
  attempts: Attempts,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (;;) {
    await sleep(LOOK_WHILE_TIME_PASSES_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
    const { stuck } = await look(environment, attempts);
    if (stuck !== undefined) return stuck;
  }
}

interface Look {
  /** Differs whenever something has happened. */
  readonly state: string;
  readonly busy: string | undefined;
  readonly stuck: string | undefined;
}

async function look(environment: TestEnvironment, attempts: Attempts): Promise<Look> {
  const runs = await openRuns(environment);
  const isOpen = (workflowId: string) => runs.some((run) => run.workflowId === workflowId);
  const looked = await Promise.all(runs.map((run) => lookAt(run, isOpen, environment, attempts)));
  return {
    state: JSON.stringify(looked.map(({ state }) => state).sort()),
    busy: looked.find(({ busy }) => busy !== undefined)?.busy,
    stuck: looked.find(({ stuck }) => stuck !== undefined)?.stuck,
  };
}

async function lookAt(
  run: OpenRun,
  isOpen: (workflowId: string) => boolean,
  environment: TestEnvironment,
  attempts: Attempts,
): Promise<Look> {
  const { client } = environment.environment;
  const handle = client.workflow.getHandle(run.workflowId, run.runId);
  const { events = [] } = await handle.fetchHistory();
  const { busy, stuck, activities, children } = workUnderWay(events ?? []);
  const now = activities.length > 0 ? (await environment.now()).getTime() : 0;
  const tried = activities.find((activity) => !attempts.waits(run.workflowId, activity, now));
  // A child that has ended tells its parent in a while.
  const ended = children.find((child) => !isOpen(child));
  return {
    state: `${run.runId} ${events?.length ?? 0}`,
    busy: busy ?? (tried && `the activity ${tried.type}`) ?? (ended && `the end of the child ${ended}`),
    stuck,
  };
}
