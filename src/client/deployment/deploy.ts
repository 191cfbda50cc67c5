import { ScheduleAlreadyRunning, ScheduleNotFoundError, type Client } from '@temporalio/client';
import { deploymentOf, type ProcessSpec } from '../../shared/process-contract';
import { nextStart } from '../../shared/start-times';
import type { ClientContext } from '../context';
import { explained } from '../explain';
import { stepFor, stepsToRemove, type Step } from './plan';
import { defaultPolicies } from './policies';
import { scheduleSpec } from './schedule-spec';
import { ownerMemo } from './schedules-of';
import { timerStarts, type TimerStart } from './timer-starts';

export interface DeployOptions {
  /** Say what would be done, and change nothing. */
  readonly dryRun?: boolean;
  /**
   * Key of the deployment whose processes these are, all of them: schedules of its other processes are removed as well.
   * Without it only those are that the given processes have no more.
   */
  readonly deployment?: string;
  /** Where the runs are to be; default: the client's. */
  readonly taskQueue?: string;
}

/** A timer that starts a process, and what has come of its schedule. */
export interface DeployedSchedule {
  /** Of the schedule: `<deployment>/<workflow type>/<start event>`. */
  readonly id: string;
  /** Workflow type. */
  readonly process: string;
  readonly startEvent: string;
  /** As the diagram has it. */
  readonly timer: string;
  /** `over`: all its times lie in the past, so it has no schedule. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'removed' | 'over';
  /** A person has paused it, and it stays so. */
  readonly paused: boolean;
  /** When it starts the next run, as far as is known; none when it has run out, is paused or removed. */
  readonly next: Date | undefined;
}

/** Makes the schedules of a deployment what the contracts say: see `ScheduleClient.deploy`. */
export async function deploySchedules(
  context: ClientContext,
  contracts: readonly ProcessSpec[],
  { dryRun = false, deployment, taskQueue = context.taskQueue }: DeployOptions,
): Promise<readonly DeployedSchedule[]> {
  const now = new Date();
  // Everything is read and checked before anything is changed.
  const starts = timerStarts(contracts, { taskQueue, now });
  const { client, server } = context;
  return explained({ server, call: 'deploying schedules' }, async () => {
    const surroundings = { context, taskQueue, now };
    const steps: Step[] = [];
    for (const start of starts) steps.push(await stepFor(start, surroundings));
    const types = new Set(contracts.map((process) => `${deploymentOf(process, taskQueue)}/${process.type}`));
    const removals = await stepsToRemove(surroundings, {
      wanted: new Set(steps.map(({ id }) => id)),
      isOurs: (owner) => owner.deployment === deployment || types.has(`${owner.deployment}/${owner.process}`),
    });
    const all = [...steps, ...removals];
    if (!dryRun) for (const step of all) await take(step, client);
    return all.map((step) => outcomeOf(step, now));
  });
}

async function take(step: Step, client: Client): Promise<void> {
  switch (step.kind) {
    case 'create':
      return create(step, client);
    case 'update':
      return client.schedule.getHandle(step.id).update(({ spec, state }) => ({
        action: step.action,
        // What is reckoned from the deployment goes on from where it was.
        spec: step.isNewTimer ? specOf(step.start) : spec,
        policies: defaultPolicies(),
        state: { ...state, ...(!state.paused && { note: noteOf(step.start) }) },
      }));
    case 'remove':
      return client.schedule
        .getHandle(step.id)
        .delete()
        .catch((error: unknown) => {
          if (!(error instanceof ScheduleNotFoundError)) throw error;
        });
    case 'keep':
    case 'skip':
      return;
  }
}

async function create({ id, start, action }: Step & { kind: 'create' }, client: Client): Promise<void> {
  const { deployment, process, startEvent } = start;
  try {
    await client.schedule.create({
      scheduleId: id,
      action,
      spec: specOf(start),
      policies: defaultPolicies(),
      state: { note: noteOf(start) },
      memo: ownerMemo({ deployment, process: process.type, startEvent }),
    });
  } catch (error) {
    // Somebody else deploys the same at the same time.
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

function specOf({ times, timer }: TimerStart): ReturnType<typeof scheduleSpec> {
  return scheduleSpec(times, timer);
}

/** Shown in the Temporal UI. */
function noteOf({ process, startEvent, timer }: TimerStart): string {
  const name = process.elements?.[startEvent]?.name ?? startEvent;
  return `${process.name ?? process.type}, ${name}: ${timer}`;
}

const OUTCOMES = {
  create: 'created',
  update: 'updated',
  keep: 'unchanged',
  skip: 'over',
  remove: 'removed',
} as const satisfies Record<Step['kind'], DeployedSchedule['outcome']>;

function outcomeOf(step: Step, now: Date): DeployedSchedule {
  const { id, kind } = step;
  const outcome = OUTCOMES[kind];
  if (step.kind === 'remove') {
    const { process, startEvent } = step.owner;
    return { id, process, startEvent, timer: step.timer, outcome, paused: false, next: undefined };
  }
  const { process, startEvent, timer, times } = step.start;
  const found = 'found' in step ? step.found : undefined;
  const keepsTimes = found !== undefined && !(step.kind === 'update' && step.isNewTimer);
  const next = keepsTimes ? found.info.nextActionTimes[0] : nextStart(times, now);
  const paused = found?.state.paused ?? false;
  return {
    id,
    process: process.type,
    startEvent,
    timer,
    outcome,
    paused,
    next: paused ? undefined : next,
  };
}
