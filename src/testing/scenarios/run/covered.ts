import { tracesOf, type Observed } from './judge';

/** Elements and sequence flows that the runs of a scenario have come by, by ids. */
export type Covered = ReadonlySet<string>;

/** Long runs forget the beginning of their path, not which elements and flows there were. */
export function coveredBy(observed: Observed): Covered {
  const counted = observed.runs.flatMap(({ progress }) => Object.keys(progress?.elements ?? {}));
  const traced = tracesOf(observed).flatMap(({ events }) => events.map(({ id }) => id));
  return new Set([...counted, ...traced]);
}
