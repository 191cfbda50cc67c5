import type { ScheduleHandle, ScheduleOptions, ScheduleSpec, ScheduleSummary } from '@temporalio/client';
import { inputSchemaOf, type ProcessSpec } from '../shared/process-contract';
import { checkInput } from './check-input';
import type { ClientContext } from './context';
import { deploySchedules, type DeployedSchedule, type DeployOptions } from './deployment/deploy';
import { defaultPolicies } from './deployment/policies';
import { explained } from './explain';
import { contractOf, typeOf, type ProcessRef, type StartInput } from './process-types';
import { startOptions, type StartOptions } from './start';

export interface CreateScheduleOptions<Input>
  extends
    Omit<ScheduleOptions, 'scheduleId' | 'action' | 'spec'>,
    Pick<StartOptions, 'businessKey' | 'startEvent' | 'taskQueue' | 'memo' | 'retry'> {
  /** Schedule id; runs get it as the beginning of their workflow ids. */
  readonly id: string;
  /** When: Temporal's own, with calendars, intervals and cron expressions; set `timezone`. */
  readonly spec: ScheduleSpec;
  readonly input: Input;
}

/** Starts by the clock, as Temporal Schedules. */
export class ScheduleClient {
  readonly #context: ClientContext;

  /** Made by the client: `client.schedules`. */
  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Starts the process again and again. Runs may overlap and missed starts of the last hour are made up for, unless
   * `policies` says otherwise. Temporal calls: `CreateSchedule`.
   *
   * @returns Temporal's own handle: describe, pause, trigger, update, delete
   * @throws InvalidInputError when the input does not fit; `ScheduleAlreadyRunning` of @temporalio/client
   * @example
   * await client.schedules.create(dailyReport, {
   *   id: 'report', spec: { cronExpressions: ['0 7 * * *'], timezone: 'Europe/Berlin' }, input: { region: 'EU' },
   * });
   */
  async create<P extends ProcessRef>(
    process: P,
    options: CreateScheduleOptions<StartInput<P>>,
  ): Promise<ScheduleHandle> {
    const { id, spec, input, businessKey, startEvent, taskQueue, retry, memo, policies, ...rest } = options;
    const { client, server } = this.#context;
    const type = typeOf(process);
    const contract = contractOf(process);
    checkInput(contract && inputSchemaOf(contract), input, `Input of ${type}`);
    const { registered } = await this.#context.searchAttributes();
    const start = startOptions(
      process,
      {
        id: `${type}/${id}`,
        ...(businessKey !== undefined && { businessKey }),
        ...(startEvent !== undefined && { startEvent }),
        ...(taskQueue !== undefined && { taskQueue }),
        ...(retry && { retry }),
        ...(memo && { memo }),
      },
      { taskQueue: this.#context.taskQueue, attributes: registered },
    );
    return explained({ server, call: 'creating a schedule' }, () =>
      client.schedule.create({
        ...rest,
        scheduleId: id,
        spec,
        policies: { ...defaultPolicies(), ...policies },
        action: { type: 'startWorkflow', workflowType: type, args: [input], ...start },
      }),
    );
  }

  /**
   * Makes the schedules of the timers that start these processes (`starts.timers` of their contracts) what the contracts
   * say: creates, updates and removes them. What is as it should be stays untouched, and so do schedules that others have
   * created. One that a person has paused stays paused. {@link deploy} is the same as a function.
   * Temporal calls: `DescribeSchedule` for each timer, `ListSchedules`, and `CreateSchedule`, `UpdateSchedule`,
   * `DeleteSchedule` where something changes.
   *
   * @throws ClientError `invalid-timer`; InvalidInputError where a process cannot start without input; `refused` when
   *   somebody else's schedule has the id. Nothing is changed then.
   */
  deploy(
    contracts: readonly ProcessSpec[],
    options: DeployOptions = {},
  ): Promise<readonly DeployedSchedule[]> {
    return deploySchedules(this.#context, contracts, options);
  }

  /** Temporal's handle of a schedule: describe, pause, trigger, update, delete. Temporal calls: none. */
  get(id: string): ScheduleHandle {
    return this.#context.client.schedule.getHandle(id);
  }

  /** All schedules of the namespace. Temporal calls: `ListSchedules`. */
  list(): AsyncIterable<ScheduleSummary> {
    return this.#context.client.schedule.list();
  }
}
