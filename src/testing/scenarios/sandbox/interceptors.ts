/** Runs inside of the workflows under test, beside Baton's own interceptors. */
import {
  proxyLocalActivities,
  proxySinks,
  sleep,
  workflowInfo,
  type Sinks,
  type WorkflowInterceptors,
} from '@temporalio/workflow';
import { causesOf } from '../../../shared/causes';
import { DELIVERY_ACTIVITIES } from '../../../shared/delivery';
import {
  INCIDENTS_MEMO,
  INCIDENTS_WANTED,
  isTimed,
  RUNNER_ACTIVITIES,
  STUBBED_PROCESS,
  type RunnerActivities,
} from './names';

/** Tells the runner of every run, whoever started it. */
export interface RunSinks extends Sinks {
  readonly scenarios: { began(): void };
}

export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      execute(input, next) {
        proxySinks<RunSinks>().scenarios.began();
        if (asksForIncidents()) Object.assign(globalThis, { BATON_INCIDENTS: true });
        return next(input);
      },
    },
  ],
  outbound: [
    {
      scheduleActivity: ({ options, ...input }, next) =>
        withTime(() => next({ ...input, options: isBuiltIn(input) ? options : { ...options, ...here() } })),
      scheduleLocalActivity: (input, next) => withTime(() => next(input)),
      async startChildWorkflowExecution(input, next) {
        const memo = { ...input.options.memo, ...(asksForIncidents() && INCIDENTS_WANTED) };
        const options = { ...input.options, ...here(), memo };
        const { workflowType } = input;
        if (workflowType === STUBBED_PROCESS || !(await runner()[RUNNER_ACTIVITIES.isStubbed](workflowType)))
          return next({ ...input, options });
        const args = [workflowType, ...options.args.slice(0, 1)];
        return next({ ...input, workflowType: STUBBED_PROCESS, options: { ...options, args } });
      },
    },
  ],
});

/** Whether technical failures stop the run, though neither its process nor a worker says so. */
function asksForIncidents(): boolean {
  return workflowInfo().memo?.[INCIDENTS_MEMO] === true;
}

/** Those have a task queue of their own. */
function isBuiltIn({ activityType }: { readonly activityType: string }): boolean {
  return (Object.values(DELIVERY_ACTIVITIES) as readonly string[]).includes(activityType);
}

/** The workers that do it elsewhere are not there. */
function here(): { readonly taskQueue: string } {
  return { taskQueue: workflowInfo().taskQueue };
}

function runner(): RunnerActivities {
  return proxyLocalActivities<RunnerActivities>({ startToCloseTimeout: '1 minute' });
}

/** Lets the time pass that a stub takes, before its outcome is known. */
async function withTime(work: () => Promise<unknown>): Promise<unknown> {
  try {
    const result = await work();
    if (!isTimed(result)) return result;
    await sleep(result.batonTakes);
    return result.value;
  } catch (error) {
    const time = timeOf(error);
    if (time > 0) await sleep(time);
    throw error;
  }
}

function timeOf(error: unknown): number {
  for (const cause of causesOf(error)) {
    const { details } = cause as { details?: unknown };
    const last: unknown = Array.isArray(details) ? details.at(-1) : undefined;
    if (isTimed(last)) return last.batonTakes;
  }
  return 0;
}
