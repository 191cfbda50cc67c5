import { log, workflowInfo, type WorkflowInterceptors } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { TASK_WORKFLOW } from '../shared/inbox';
import { failure } from './failures';

/** How much of something one run may have. */
export interface Limits {
  /** Activities, child workflows, and signals to other workflows under way: of each so many. */
  readonly pending: number;
  readonly updates: number;
  readonly signals: number;
  readonly events: number;
  /** Of the history. */
  readonly bytes: number;
}

/** 80 % of what Temporal takes, beyond which it would end the run or refuse to go on with it. */
const LIMITS: Limits = {
  pending: 1600,
  updates: 1600,
  signals: 8000,
  events: 40_960,
  bytes: 40 * 1024 * 1024,
};

const HINT = 'Loops of the process itself go on in new runs before that; see docs/long-runs.md.';

/**
 * Refuses what would be too much, with `LimitExceeded`, while the run can still say so and clean up. Signals cannot be
 * refused: there is a warning in the worker's log.
 */
export function limiting(
  limits: Limits = LIMITS,
): Required<Pick<WorkflowInterceptors, 'inbound' | 'outbound'>> {
  const activities = new Pending('activities', limits.pending);
  const children = new Pending('child workflows', limits.pending);
  const signalling = new Pending('signals to other workflows', limits.pending);
  const history = new FullHistory(limits);
  let updates = 0;
  let signals = 0;
  return {
    inbound: [
      {
        validateUpdate: (input, next) => {
          if (updates >= limits.updates) throw exceeded(`has had ${updates} updates`);
          next(input);
        },
        handleUpdate: (input, next) => {
          updates += 1;
          return next(input);
        },
        handleSignal: (input, next) => {
          signals += 1;
          if (signals === limits.signals) log.warn(`The run has had ${signals} signals. ${HINT}`);
          return next(input);
        },
      },
    ],
    outbound: [
      {
        startTimer: (input, next) => {
          history.check();
          return next(input);
        },
        scheduleActivity: (input, next) => {
          history.check();
          return activities.during(() => next(input));
        },
        startChildWorkflowExecution: (input, next) => {
          // The run goes on without what stands for a task in lists, and would not hear that its history is full.
          if (input.workflowType !== TASK_WORKFLOW) history.check();
          return children.during(
            () => next(input),
            ([, completed]) => completed,
          );
        },
        signalWorkflow: (input, next) => signalling.during(() => next(input)),
      },
    ],
  };
}

class Pending {
  #count = 0;

  constructor(
    private readonly what: string,
    private readonly limit: number,
  ) {}

  /**
   * The promise itself goes on, so that nothing happens later than without it.
   *
   * @param end - what ends later than the work
   */
  during<T>(work: () => Promise<T>, end?: (result: T) => Promise<unknown>): Promise<T> {
    if (this.#count >= this.limit) throw exceeded(`waits for ${this.#count} ${this.what} at a time`);
    this.#count += 1;
    const ended = () => void (this.#count -= 1);
    const working = work();
    working.then((result) => (end ? end(result).then(ended, ended) : ended()), ended);
    return working;
  }
}

/** What has been done may still be undone in the rest. */
class FullHistory {
  #isSaid = false;

  constructor(private readonly limits: Limits) {}

  check(): void {
    const { historyLength, historySize } = workflowInfo();
    const isFull = historyLength >= this.limits.events || historySize >= this.limits.bytes;
    if (this.#isSaid || !isFull) return;
    this.#isSaid = true;
    throw exceeded(`has ${historyLength} events and ${historySize} bytes in its history`);
  }
}

function exceeded(what: string) {
  return failure(FailureType.LimitExceeded, `The run ${what}, near what Temporal takes. ${HINT}`);
}
