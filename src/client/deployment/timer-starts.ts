import { deploymentOf, type ProcessSpec } from '../../shared/process-contract';
import { startTimes, type StartTimes } from '../../shared/start-times';
import { checkInput } from '../check-input';
import { ClientError } from '../errors';

/** A timer that starts a process, and the schedule that is to do so. */
export interface TimerStart {
  readonly process: ProcessSpec;
  readonly deployment: string;
  readonly startEvent: string;
  /** As the contract has it. */
  readonly timer: string;
  readonly times: StartTimes;
  /** Tells it from other timers of the process. */
  readonly name: string;
}

/**
 * The timers that start these processes.
 *
 * @throws ClientError `invalid-timer` for a timer that is none; InvalidInputError where a process cannot start without input
 */
export function timerStarts(
  contracts: readonly ProcessSpec[],
  { taskQueue, now }: { readonly taskQueue: string; readonly now: Date },
): readonly TimerStart[] {
  return contracts.flatMap((process) => {
    const deployment = deploymentOf(process, taskQueue);
    return Object.entries(process.starts?.timers ?? {}).flatMap(([startEvent, timers]) => {
      checkInput(process.input, {}, `Input of ${process.type}, empty as timer '${startEvent}' starts it,`);
      return [timers].flat().map((timer, index) => ({
        process,
        deployment,
        startEvent,
        timer,
        times: timesOf(timer, `${process.type}, start event '${startEvent}'`, now),
        name: index === 0 ? startEvent : `${startEvent}/${index + 1}`,
      }));
    });
  });
}

function timesOf(timer: string, where: string, now: Date): StartTimes {
  const times = startTimes(timer, now);
  if (times !== undefined && times !== 'irregular') return times;
  const problem =
    times === undefined
      ? 'is no ISO 8601 date, duration or repetition and no cron expression'
      : 'has no rhythm that a schedule can keep; use whole seconds, whole months, or a cron expression';
  throw new ClientError(`${where}: '${timer}' ${problem}. No schedule was changed.`, {
    code: 'invalid-timer',
  });
}
