import { workflowInfo } from '@temporalio/workflow';

/**
 * Lets the run have another time than the server: what `Date` says, and when the run began. Durations are the same on both
 * clocks, so timers fire when they should.
 *
 * @param ahead - milliseconds; what is no number leaves the time as it is
 */
export function setClock(ahead: unknown): void {
  if (typeof ahead !== 'number') return;
  const { startTime, runStartTime } = workflowInfo();
  for (const time of [startTime, runStartTime]) time.setTime(time.getTime() + ahead);

  const ofServer = Date;
  const now = () => ofServer.now() + ahead;
  // Not an arrow function, which `new` does not take.
  function RunDate(...parts: unknown[]): Date {
    return Reflect.construct(ofServer, parts.length > 0 ? parts : [now()]) as Date;
  }
  const { parse, UTC, prototype } = ofServer; // with the prototype, every date is an instance of both
  Object.assign(globalThis, { Date: Object.assign(RunDate, { now, parse, UTC, prototype }) });
}
