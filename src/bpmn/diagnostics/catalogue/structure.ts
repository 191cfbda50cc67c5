import type { Entry } from './entry';

/** Paths that meet, or do not, in ways that people rarely mean. */
export const structure = {
  'join-starved': {
    severity: 'warning',
    message: 'The {element} joins flows on some of which nothing may ever come.',
    why: 'A parallel gateway waits for a token on each of its incoming flows. If a decision before it takes one way only, or a branch ends before it, the run waits there for ever.',
    fix: 'Merge the ways of a decision at an exclusive gateway, or lead every branch to the join.',
  },
  'merge-of-branches': {
    severity: 'warning',
    message: 'Branches that begin at the {element} merge without a join.',
    why: 'What is behind the merge happens once for each of them.',
    fix: 'Join the branches at a parallel gateway, unless that is what is meant.',
  },
  'loop-bounded': {
    severity: 'warning',
    message: 'The loop at the {element} may turn some thousand times only: {reason}.',
    why: "A run's history ends at 51,200 events. Loops elsewhere go on in a new run before that; this one cannot, and the run would be ended by the server.",
    fix: 'If it may turn that often, move it out of what keeps it, or into a process of its own that is called.',
  },
} as const satisfies Record<string, Entry>;
