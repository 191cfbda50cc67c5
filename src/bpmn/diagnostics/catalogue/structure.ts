import type { Entry } from './entry';

const NOT_YET = 'Regions without a nested form are not compiled yet.';

/** Problems of shape: parts of the flow graph that have no form as nested statements. */
export const structure = {
  'starts-several': {
    severity: 'error',
    message: 'There are several elements without incoming flow; the {element} is one of them.',
    why: `All of them would begin at once, or one of several events would begin the process. ${NOT_YET}`,
    fix: 'Let the process begin at one start event, and put a gateway behind it.',
  },
  'cycle-with-several-entries': {
    severity: 'error',
    message: 'The {element} lies on a cycle that can be entered at more than one place.',
    why: `A loop in code has one beginning. ${NOT_YET}`,
    fix: 'Let all flows into the cycle lead to one exclusive gateway in it, or repeat the elements before it.',
  },
  'split-inclusive': {
    severity: 'error',
    message: 'Several conditional flows leave the {element}, and any number of them may be taken.',
    why: `Each flow whose condition holds is a branch of its own. ${NOT_YET}`,
    fix: 'Put an exclusive gateway behind it if only one is meant, or a parallel gateway with a decision in each branch.',
  },
  'join-overlapping': {
    severity: 'error',
    message: 'The branches that begin at the {element} do not come together at one parallel gateway.',
    why: `Which branches wait for which cannot be told from a nesting of forks and joins. ${NOT_YET}`,
    fix: 'Join the branches of each fork at one parallel gateway, inner forks before outer ones.',
  },
  'join-starved': {
    severity: 'error',
    message: 'The {element} joins flows on some of which nothing may ever come.',
    why: 'A join needs a token on each of its incoming flows; where a branch can end or turn off before, the run waits forever.',
    fix: 'Let every branch of the fork reach the join by exactly one flow, or merge alternatives at an exclusive gateway before it.',
  },
  'merge-of-branches': {
    severity: 'error',
    message: 'Branches that begin at the {element} merge without a join.',
    why: `What follows would run once for each branch. ${NOT_YET}`,
    fix: 'Join the branches at a parallel gateway, or let each end by itself.',
  },
  'cycle-of-branches': {
    severity: 'error',
    message: 'A branch that begins at the {element} leads back to before it.',
    why: `Each turn would add further branches to those that still run. ${NOT_YET}`,
    fix: 'Join the branches first, and lead back from behind the join.',
  },
  'nested-too-deep': {
    severity: 'error',
    message: 'At the {element} decisions, loops and branches are nested too deeply.',
    why: 'Nobody could read the code; most likely the diagram was generated.',
    fix: 'Move inner parts into sub-processes, or let decisions meet again before the next one.',
  },
} as const satisfies Record<string, Entry>;
