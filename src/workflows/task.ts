import { ActivityCancellationType, proxyActivities, type ActivityOptions } from '@temporalio/workflow';
import type { ActivityContract } from '../shared/activity-contract';
import type { OpenVariables } from '../shared/process-contract';
import { namedFields } from '../shared/schema';
import { checked } from './failures';
import { resumable } from './incidents';
import { nameOf, visit, type Run } from './run';

/** Temporal's options for activities, and the name of the step in the UI. */
export interface TaskOptions extends ActivityOptions {
  /** Default: the element's name in the contract, else its id. */
  readonly name?: string;
}

/**
 * The SDK's own default never gives up, so nobody would hear of a step that cannot succeed. Interrupting waits for the
 * activity, so that what it did is known (and can be undone) before the process goes on.
 */
const DEFAULTS = {
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
} as const satisfies ActivityOptions;

export interface TaskFunction {
  /**
   * Runs an activity as one step of the process and returns its result.
   *
   * Of an object only the fields that the contract's input schema names are sent. The options are, each over the one
   * before: Baton's defaults (3 attempts, start-to-close 1 minute, interruption waits for the activity), the
   * contract's, those given here; any `ActivityOptions` of Temporal, also another `taskQueue`, so that an activity in
   * Java or Go stays where it is.
   *
   * Temporal calls: `proxyActivities(options)[name](input)`, with the step's name as `summary` and
   * `<scope path>/<id>#<occurrence>` as `activityId`. Where the process asks for incidents, a failure stops the branch
   * here until somebody has dealt with it (docs/incidents.md).
   *
   * @param id - names the step in progress, idempotency key and UI: an element id, or a few words.
   * @throws ActivityFailure when the attempts are used up; its cause is the failure of the last one.
   * @example
   * const { receipt } = await task('Charge card', activities.chargeCard, { orderId, amount }, { retry: { maximumAttempts: 5 } });
   */
  <In, Out>(
    id: string,
    activity: ActivityContract<In, Out>,
    input: NoInfer<In>,
    options?: TaskOptions,
  ): Promise<Out>;
  /** An activity without input; what is given is not sent. */
  <Out>(
    id: string,
    activity: ActivityContract<void, Out>,
    input?: unknown,
    options?: TaskOptions,
  ): Promise<Out>;
  /** Variables without a schema fit any activity; the contract's schema checks them on the worker. */
  <Out>(
    id: string,
    activity: ActivityContract<never, Out>,
    input: OpenVariables,
    options?: TaskOptions,
  ): Promise<Out>;
}

export function taskIn(run: Run): TaskFunction {
  return <Out>(
    id: string,
    activity: ActivityContract<never, Out>,
    input?: unknown,
    { name, ...options }: TaskOptions = {},
  ) =>
    visit(run, id, (activityId) => {
      const activities = proxyActivities<Record<string, (...args: unknown[]) => Promise<Out>>>({
        ...DEFAULTS,
        summary: name ?? nameOf(run.process, id),
        ...activity.options,
        ...options,
        retry: { ...DEFAULTS.retry, ...activity.options.retry, ...options.retry },
        activityId,
      });
      const call = activities[activity.name] as (...args: unknown[]) => Promise<Out>;
      const step = {
        element: id,
        kind: 'activity',
        input: () => sentOf(activity, input),
        inputSchema: activity.input,
        accept: (result: unknown) => checked(activity.output, result, `result of '${id}'`),
      } as const;
      // An activity that failed may have acted: what is tried anew has the same idempotency key.
      return resumable(run, step, (sent) => call(...(sent === undefined ? [] : [sent])));
    });
}

/** Only the contract's fields travel. */
function sentOf(activity: ActivityContract<never>, input: unknown): unknown {
  if (activity.plain) return input;
  return activity.input && namedFields(activity.input, input);
}
