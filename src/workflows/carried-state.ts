import type { Continued, RunState } from '../shared/continuation';
import { datesIn } from './dates';
import type { Run } from './run';

/** Larger arguments are refused by servers (2 MB); what Temporal puts around them is left some room. */
const MAX_BYTES = 1_900_000;

/** What the run that follows this one takes over, beside the variables. */
export function continuedAt(at: string, run: Run): Continued {
  const { part } = run.continuation;
  if (!part) return { at, state: stateOf(run) };
  const changed = new Set([...part.changed, ...(run.changes?.names ?? [])]);
  return { at, state: stateOf(run), part: { ...part, changed: [...changed] } };
}

function stateOf({
  vars,
  root,
  progress,
  mailbox,
  signals,
  timers,
  conditions,
  gathered,
  outside,
}: Run): RunState {
  const { elements, path } = progress.snapshot();
  return {
    dates: datesIn(vars),
    occurrences: root.occurrences,
    progress: { elements, path },
    mailbox: mailbox.state,
    heard: signals.heard,
    timers: timers.state,
    held: conditions.held,
    gathered: gathered.state,
    outside: outside.state,
    compensations: root.compensations.map(({ element }) => element),
  };
}

export function isTooLarge(...args: readonly unknown[]): boolean {
  return new TextEncoder().encode(JSON.stringify(args)).length > MAX_BYTES;
}
