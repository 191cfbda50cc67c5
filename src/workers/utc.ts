import { Runtime } from '@temporalio/worker';

/**
 * Makes this process and the workflow threads it starts run in UTC. `Date.getHours()` and `Intl` follow the machine's
 * time zone, in workflow code as well: a run replayed on a machine elsewhere would take another branch.
 *
 * Explicit time zones (`Intl.DateTimeFormat(…, { timeZone })`) work as before.
 */
export function enforceUtc(): void {
  // Node tells V8 of the change at once, and the threads of workflow code are started later.
  process.env['TZ'] = 'UTC';
  if (runsInUtc()) return;
  Runtime.instance().logger.warn(
    'Workflow code will see the time zone of this machine: Temporal runs in a thread or sandbox that cannot set it. ' +
      "Start the process with TZ=UTC (jest: preset 'batonflow').",
  );
}

/** In winter and in summer: London is in UTC half of the year. */
function runsInUtc(): boolean {
  return [0, 6].every((month) => new Date(2026, month, 1).getTimezoneOffset() === 0);
}
