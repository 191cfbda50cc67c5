/** How a process does, over some time: see docs/overview.md for how each figure is reckoned. */
export interface ProcessFigures {
  /** Workflow type. */
  readonly process: string;
  /** Runs that are open now. */
  readonly open: number;
  /** Open runs that wait for somebody to complete a human task. */
  readonly atTasks: number;
  /** Open runs of which a branch has stopped at an incident. */
  readonly atIncidents: number;
  /** How many runs have ended in that time, by how they did. */
  readonly ended: Readonly<Record<RunEnd, number>>;
  /** The share of the runs that have ended which have completed, from 0 to 1. Undefined if none has ended. */
  readonly completionRate: number | undefined;
  /** The share of them which have failed or timed out, likewise. */
  readonly errorRate: number | undefined;
  /** From start to end of the runs that have completed. Undefined if none has. */
  readonly cycleTime: CycleTime | undefined;
}

/** How a run may end. */
export const RUN_ENDS = ['completed', 'failed', 'timedOut', 'cancelled', 'terminated'] as const;
export type RunEnd = (typeof RUN_ENDS)[number];

/** Milliseconds. */
export interface CycleTime {
  readonly median: number;
  /** Nine runs in ten were at least as quick. */
  readonly percentile90: number;
  readonly mean: number;
}

/** What figures are made of: a run that is open, or that has ended. */
export interface CountedRun {
  readonly process: string;
  /** Undefined while it is open. */
  readonly end: RunEnd | undefined;
  /** Milliseconds from start to end. */
  readonly duration: number;
  readonly isAtTask: boolean;
  readonly isAtIncident: boolean;
}

/**
 * The figures of each process, by its name.
 *
 * @param processes - that are to be there even if there is no run of them
 */
export function figuresOf(runs: Iterable<CountedRun>, processes: Iterable<string> = []): ProcessFigures[] {
  const byProcess = new Map<string, CountedRun[]>();
  for (const process of processes) byProcess.set(process, []);
  for (const run of runs) {
    const others = byProcess.get(run.process);
    if (others) others.push(run);
    else byProcess.set(run.process, [run]);
  }
  return [...byProcess]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([process, itsRuns]) => figuresOfOne(process, itsRuns));
}

function figuresOfOne(process: string, runs: readonly CountedRun[]): ProcessFigures {
  const open = runs.filter(({ end }) => end === undefined);
  const ended = endsOf(runs);
  const all = RUN_ENDS.reduce((sum, end) => sum + ended[end], 0);
  const share = (some: number) => (all === 0 ? undefined : some / all);
  return {
    process,
    open: open.length,
    atTasks: open.filter(({ isAtTask }) => isAtTask).length,
    atIncidents: open.filter(({ isAtIncident }) => isAtIncident).length,
    ended,
    completionRate: share(ended.completed),
    errorRate: share(ended.failed + ended.timedOut),
    cycleTime: cycleTimeOf(runs.flatMap(({ end, duration }) => (end === 'completed' ? [duration] : []))),
  };
}

function endsOf(runs: readonly CountedRun[]): Record<RunEnd, number> {
  const ended: Record<RunEnd, number> = { completed: 0, failed: 0, timedOut: 0, cancelled: 0, terminated: 0 };
  for (const { end } of runs) if (end !== undefined) ended[end] += 1;
  return ended;
}

function cycleTimeOf(durations: readonly number[]): CycleTime | undefined {
  if (durations.length === 0) return undefined;
  const sorted = [...durations].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    percentile90: quantile(sorted, 0.9),
    mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
  };
}

/** Between two of them it is in between. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
