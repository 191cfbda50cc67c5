import { ScheduleOverlapPolicy } from '@temporalio/client';

/** Starts that a server was down for are made up for, if they are not older than this: one hour, in milliseconds. */
const CATCHUP_WINDOW = 3_600_000;

/** Policies of schedules that start processes: a run does not wait for the one before it. */
export function defaultPolicies(): { readonly overlap: 'ALLOW_ALL'; readonly catchupWindow: number } {
  return { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: CATCHUP_WINDOW };
}
