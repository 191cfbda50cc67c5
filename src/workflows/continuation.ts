import { CancellationScope, workflowInfo } from '@temporalio/workflow';
import {
  CONTINUE_AFTER_MEMO,
  type Continued,
  type PartState,
  type Slice,
  type SliceResult,
} from '../shared/continuation';
import { FailureType } from '../shared/errors';
import type { ProcessSpec } from '../shared/process-contract';
import type { Branches } from './branches';
import { withDates } from './dates';
import { failure } from './failures';

/**
 * Some of the events that Temporal takes (51,200), so that a run is not slow to replay, and gets on well before its limits
 * of signals (10,000) and updates (2,000): each takes two events at least. Servers suggest it at twice as many.
 */
const MAX_EVENTS = 2000;

/** Whether this run follows another one, where it goes on, and whether it may go on in the next one. */
export class Continuation {
  /** What the process's own body runs in, as opposed to branches, handlers and guarded work. */
  #main = CancellationScope.current();
  #branches: Branches | undefined;
  #isOnItsWay: boolean;
  /** What has come of the slice that this run was started for. */
  sliceResult: SliceResult | undefined;

  constructor(private readonly continued?: Continued) {
    this.#isOnItsWay = continued?.at !== undefined;
  }

  /** Whether it has not got yet to where it goes on: what waits for events is only about to be armed again. */
  get isOnItsWay(): boolean {
    return this.#isOnItsWay;
  }

  get part(): PartState | undefined {
    return this.continued?.part;
  }

  /** The instances that this run is to do of a multi-instance, if it was started for that. Gives them once. */
  takeSlice(id: string): Slice | undefined {
    const slice = this.part?.slice;
    if (!slice || !this.reaches(id)) return undefined;
    this.arrive();
    return { ...slice, items: withDates([...slice.items], slice.dates) };
  }

  /** Whether it is here that it goes on. Code asks `continued.at` what to skip: from now on nothing. */
  reaches(id: string): boolean {
    if (this.continued?.at !== id) return false;
    this.continued.at = undefined;
    return true;
  }

  /**
   * A step begins, though the loop was not entered at which this run goes on: then its condition holds no more, unless
   * it is gone from the process.
   */
  passOver({ elements }: ProcessSpec): void {
    const goal = this.continued?.at;
    if (goal === undefined) return;
    if (elements && !elements[goal]) {
      const message = `The run is to go on at '${goal}', which is not there any more.`;
      throw failure(FailureType.CannotGoOn, message, { element: goal });
    }
    this.reaches(goal);
    this.arrive();
  }

  /** From now on what waits for events hears of them. */
  arrive(): void {
    this.#isOnItsWay = false;
  }

  /** Whether the code that is running is the process's own body, and nothing runs beside it. */
  get isAlone(): boolean {
    return this.isMain && (this.#branches?.isOneBranch ?? true);
  }

  get isMain(): boolean {
    return CancellationScope.current() === this.#main;
  }

  /** Runs the process's own body in a scope around it. */
  async inMain<T>(branches: Branches, body: () => Promise<T>): Promise<T> {
    const outer = { main: this.#main, branches: this.#branches };
    this.#main = CancellationScope.current();
    this.#branches = branches;
    try {
      return await body();
    } finally {
      this.#main = outer.main;
      this.#branches = outer.branches;
    }
  }

  /** Whether the history has become so long that the run should go on in another one. */
  get isDue(): boolean {
    const { continueAsNewSuggested, historyLength, memo } = workflowInfo();
    const after = memo?.[CONTINUE_AFTER_MEMO];
    return continueAsNewSuggested || historyLength >= (typeof after === 'number' ? after : MAX_EVENTS);
  }
}
