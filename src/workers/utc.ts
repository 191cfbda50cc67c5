/**
 * Makes this process and the workflow threads it starts run in UTC. `Date.getHours()` and `Intl` follow the machine's
 * time zone, in workflow code as well: a run replayed on a machine elsewhere would take another branch.
 *
 * Explicit time zones (`Intl.DateTimeFormat(…, { timeZone })`) work as before.
 */
export function enforceUtc(): void {
  // Node tells V8 of the change at once, and the threads of workflow code are started later.
  process.env['TZ'] = 'UTC';
}
