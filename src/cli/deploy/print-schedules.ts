import type { DeployedSchedule } from '../../client/deployment/deploy';

/** One line for each schedule. */
export function scheduleLines(schedules: readonly DeployedSchedule[]): readonly string[] {
  const width = Math.max(...schedules.map(({ outcome }) => outcome.length));
  return schedules.map((schedule) => `${schedule.outcome.padEnd(width)}  ${scheduleLine(schedule)}`);
}

/** `report/Start_Nightly: 0 7 * * *, next 2030-01-31T07:00:00Z` */
export function scheduleLine({
  process,
  startEvent,
  timer,
  outcome,
  paused,
  next,
}: DeployedSchedule): string {
  const when = next && `next ${next.toISOString().replace('.000Z', 'Z')}`;
  const state = paused ? 'paused' : (when ?? (outcome === 'unchanged' ? 'has run out' : undefined));
  return `${process}/${startEvent}: ${timer}${state === undefined ? '' : `, ${state}`}`;
}

/** `2 schedules: 1 created, 1 unchanged.` */
export function scheduleSummary(schedules: readonly DeployedSchedule[], dryRun: boolean): string {
  const nothing = dryRun ? ' Nothing was changed.' : '';
  if (schedules.length === 0) return `No timers start these processes.${nothing}`;
  const outcomes = [...new Set(schedules.map(({ outcome }) => outcome))];
  const counts = outcomes.map((one) => `${schedules.filter(({ outcome }) => outcome === one).length} ${one}`);
  const plan = dryRun ? 'to be ' : '';
  return `${schedules.length} schedule${schedules.length === 1 ? '' : 's'}: ${plan}${counts.join(', ')}.${nothing}`;
}
