import { ScheduleNotFoundError, type Client, type ScheduleDescription } from '@temporalio/client';

/** Memo of schedules that `deploy` has created: what they are for. */
const SCHEDULE_MEMO = 'baton.schedule';

/** What a schedule is for. */
export interface ScheduleOwner {
  readonly deployment: string;
  /** Workflow type. */
  readonly process: string;
  readonly startEvent: string;
}

export function ownerMemo(owner: ScheduleOwner): Record<string, unknown> {
  return { [SCHEDULE_MEMO]: owner };
}

/** What a schedule is for; undefined if `deploy` has not created it. */
export function ownerOf({ memo }: { readonly memo?: Record<string, unknown> }): ScheduleOwner | undefined {
  const owner = memo?.[SCHEDULE_MEMO] as Partial<ScheduleOwner> | undefined;
  const { deployment, process, startEvent } = owner ?? {};
  if (deployment === undefined || process === undefined || startEvent === undefined) return undefined;
  return { deployment, process, startEvent };
}

/** The schedule with an id, as it is now; undefined if there is none. */
export async function describeSchedule(client: Client, id: string): Promise<ScheduleDescription | undefined> {
  try {
    return await client.schedule.getHandle(id).describe();
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined;
    throw error;
  }
}
