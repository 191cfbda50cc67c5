import type { ProcessSpec } from '../shared/process-contract';
import type { BatonClient } from './client';
import type { DeployedSchedule, DeployOptions } from './deployment/deploy';

/**
 * Makes the schedules of the timers that start these processes what their contracts say, as `baton deploy` does for a
 * project: creates, updates and removes Temporal Schedules. Doing it again changes nothing. Do it from one place, such as
 * the step of a pipeline that also rolls out the workers: two versions of the contracts would turn each other back.
 *
 * Temporal calls: `DescribeSchedule` for each timer, `ListSchedules`, and `CreateSchedule`, `UpdateSchedule`,
 * `DeleteSchedule` where something changes.
 *
 * @param contracts processes, with or without timers; of these processes no schedule is left that their contracts do not
 *   have. With the option `deployment` none is left of other processes of the deployment either.
 * @returns what has come of each schedule
 * @throws ClientError `invalid-timer`; InvalidInputError where a process cannot start without input; `refused` when
 *   somebody else's schedule has the id. Nothing is changed then.
 * @example
 * await using client = await connect({ taskQueue: 'shop' });
 * for (const { id, outcome } of await deploy(client, [nightlyReport, reminders])) console.log(outcome, id);
 */
export function deploy(
  client: BatonClient,
  contracts: readonly ProcessSpec[],
  options: DeployOptions = {},
): Promise<readonly DeployedSchedule[]> {
  return client.schedules.deploy(contracts, options);
}
