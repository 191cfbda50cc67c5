import type { ScheduleDescription } from '@temporalio/client';
import { nextStart } from '../../shared/start-times';
import type { ClientContext } from '../context';
import { ClientError } from '../errors';
import { startAction, startsLike, timerOf, type StartAction } from './schedule-action';
import { describeSchedule, ownerOf, type ScheduleOwner } from './schedules-of';
import type { TimerStart } from './timer-starts';

/** What is to be done about one schedule. */
export type Step =
  | { readonly kind: 'create'; readonly id: string; readonly start: TimerStart; readonly action: StartAction }
  | {
      readonly kind: 'update';
      readonly id: string;
      readonly start: TimerStart;
      readonly action: StartAction;
      readonly found: ScheduleDescription;
      /** Whether the times change as well; else they stay, also where they are reckoned from. */
      readonly isNewTimer: boolean;
    }
  | {
      readonly kind: 'keep';
      readonly id: string;
      readonly start: TimerStart;
      readonly found: ScheduleDescription;
    }
  /** All its times are over, and it has no schedule. */
  | { readonly kind: 'skip'; readonly id: string; readonly start: TimerStart }
  | { readonly kind: 'remove'; readonly id: string; readonly owner: ScheduleOwner; readonly timer: string };

interface Surroundings {
  readonly context: ClientContext;
  readonly taskQueue: string;
  readonly now: Date;
}

/** What is to be done about the schedule of a timer. */
export async function stepFor(start: TimerStart, { context, taskQueue, now }: Surroundings): Promise<Step> {
  const { deployment, process, name, timer, times } = start;
  const id = `${deployment}/${process.type}/${name}`;
  const found = await describeSchedule(context.client, id);
  if (!found) {
    if (!nextStart(times, now)) return { kind: 'skip', id, start };
    return { kind: 'create', id, start, action: await startAction(start, { context, taskQueue }) };
  }
  if (!ownerOf(found)) {
    throw new ClientError(
      `There is a schedule "${id}" that \`deploy\` has not created. Delete it, or give the process another type.`,
      { code: 'refused' },
    );
  }
  const action = await startAction(start, { context, taskQueue });
  const isNewTimer = timerOf(found) !== timer;
  if (!isNewTimer && startsLike(found, action)) return { kind: 'keep', id, start, found };
  return { kind: 'update', id, start, action, found, isNewTimer };
}

/** The schedules to remove: those `isOurs` says, save the wanted ones. */
export async function stepsToRemove(
  { context }: Pick<Surroundings, 'context'>,
  {
    wanted,
    isOurs,
  }: { readonly wanted: ReadonlySet<string>; readonly isOurs: (owner: ScheduleOwner) => boolean },
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for await (const listed of context.client.schedule.list()) {
    const owner = ownerOf(listed);
    const id = listed.scheduleId;
    if (!owner || wanted.has(id) || !isOurs(owner)) continue;
    // The list lags: it may be gone already.
    const found = await describeSchedule(context.client, id);
    if (found) steps.push({ kind: 'remove', id, owner, timer: String(timerOf(found)) });
  }
  return steps.sort((a, b) => (a.id < b.id ? -1 : 1));
}
