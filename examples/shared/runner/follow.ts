import { setTimeout as sleep } from 'node:timers/promises';
import {
  isClientError,
  type BatonClient,
  type ClientErrorCode,
  type ProcessRef,
  type ProcessRun,
  type RunResult,
  type Step,
} from 'batonflow/client';
import type { People } from './example';

const LOOK_FOR_INCIDENTS_MS = 300;

export interface Following {
  readonly client: BatonClient;
  readonly people: People;
  readonly onStep: (step: Step) => void;
  /** Told what people decide at incidents. */
  readonly onIncident?: ((text: string) => void) | undefined;
  readonly signal: AbortSignal;
}

/** Sees a run through to its end: tells its steps, and does what people do in it. */
export async function followRun<P extends ProcessRef>(
  run: ProcessRun<P>,
  { client, people, onStep, onIncident, signal }: Following,
): Promise<RunResult<P>> {
  const over = new AbortController();
  const incidents = resolveIncidents(run, {
    client,
    people,
    onIncident,
    signal: AbortSignal.any([signal, over.signal]),
  });
  // Told below; until then nobody waits for it.
  incidents.catch(() => undefined);
  try {
    for await (const step of run.follow({ signal })) {
      onStep(step);
      if (step.kind === 'task' && step.state === 'opened') await completeTasks(run, client, people);
      await people.step?.(step);
    }
    return await run.result();
  } finally {
    over.abort();
    await incidents;
  }
}

async function completeTasks(run: ProcessRun, client: BatonClient, { tasks = {} }: People): Promise<void> {
  for (const task of await run.tasks()) {
    const isOpen = task.state === 'open' || task.state === 'claimed';
    const entered = isOpen ? await tasks[task.name]?.(task.input) : undefined;
    if (entered === undefined) continue;
    const user = task.assignee ?? 'alice';
    try {
      await client.tasks.complete({ workflowId: run.id, id: task.id }, entered, { user });
    } catch (error) {
      // While somebody works at it, the process may take the task back, or come to its end.
      if (!isClientError(error) || !gone.includes(error.code)) throw error;
    }
  }
}

const gone: readonly ClientErrorCode[] = ['task-gone', 'not-found'];

async function resolveIncidents(
  run: ProcessRun,
  { client, people, onIncident, signal }: Pick<Following, 'client' | 'people' | 'onIncident' | 'signal'>,
): Promise<void> {
  const { incident: decide } = people;
  if (decide === undefined) return;
  for (;;) {
    await sleep(LOOK_FOR_INCIDENTS_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const open = (await run.incidents()).filter(({ state }) => state === 'open');
      for (const { id, name } of open) {
        const address = { workflowId: run.id, id };
        const decision = await decide(name);
        onIncident?.(`incident at ${name}; alice: ${decision}`);
        if (decision === 'retry') await client.incidents.retry(address, { user: 'alice' });
        else await client.incidents.skip(address, { user: 'alice' });
      }
    } catch (error) {
      // Nobody answers for the moment, the run is over, or somebody was quicker.
      if (!isClientError(error)) throw error;
    }
  }
}
