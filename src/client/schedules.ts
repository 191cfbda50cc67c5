import {
  ScheduleOverlapPolicy,
  type ScheduleHandle,
  type ScheduleOptions,
  type ScheduleSpec,
  type ScheduleSummary,
} from '@temporalio/client';
import { checkInput } from './check-input';
import type { ClientContext } from './context';
import { explained } from './explain';
import { contractOf, typeOf, type ProcessRef, type StartInput } from './process-types';
import { startOptions, type StartOptions } from './start';

/** Starts that a server was down for are made up for, if they are not older than this. */
const CATCHUP_WINDOW = '1 hour';

export interface CreateScheduleOptions<Input>
  extends
    Omit<ScheduleOptions, 'scheduleId' | 'action' | 'spec'>,
    Pick<StartOptions, 'businessKey' | 'taskQueue' | 'memo' | 'retry'> {
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
    const { id, spec, input, businessKey, taskQueue, retry, memo, policies, ...rest } = options;
    const { client, server } = this.#context;
    const type = typeOf(process);
    checkInput(contractOf(process)?.input, input, `Input of ${type}`);
    const { registered } = await this.#context.searchAttributes();
    const start = startOptions(
      process,
      {
        id: `${type}/${id}`,
        ...(businessKey !== undefined && { businessKey }),
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
        policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: CATCHUP_WINDOW, ...policies },
        action: { type: 'startWorkflow', workflowType: type, args: [input], ...start },
      }),
    );
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
