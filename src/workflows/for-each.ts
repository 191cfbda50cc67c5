import { isCancellation } from '@temporalio/workflow';
import type { Slice } from '../shared/continuation';
import { datesIn } from './dates';
import { childPath, currentFrame, Frame, inFrame } from './frame';
import {
  checkHistory,
  concurrencyFor,
  countsOf,
  isItems,
  itemsOf,
  liveCounts,
  type InstanceCounts,
} from './instances';
import { startBeside } from './guard';
import { resumable } from './incidents';
import { isInterrupted, stopIfInterrupted } from './interruption';
import { Nursery } from './nursery';
import type { Run } from './run';
import { doInSlices, needsSlices } from './slices';

/** An instance that has just been completed. */
export interface CompletedInstance<Item, Result> {
  readonly item: Item;
  /** Its place among the items, from 0. */
  readonly index: number;
  readonly result: Result;
  /** Those so far, its own among them, in the order of the items; null for what is not done yet (in slices: of its run). */
  readonly results: readonly (Result | null)[];
}

type Test<Item, Result> = (
  instances: InstanceCounts,
  completed: CompletedInstance<Item, Result>,
) => boolean | Promise<boolean>;

export interface ForEachOptions {
  /** How many at a time, at most 1,600; 1 is one after another, in order. Default: all at once. */
  readonly concurrency?: number;
  /**
   * Above 500 items child workflows do 500 each (see decision 0013 and docs/multi-instance.md): for a call in a function of
   * its own, which the workflow function goes on at, as in the second example. Then there is no limit to `concurrency`.
   */
  readonly slices?: boolean;
}

/** What completions cause. */
export interface CompletionOptions<Item, Result> {
  /** Asked after each completion. When it is true, instances under way are cancelled and no others are begun. */
  readonly until: Test<Item, Result>;
  /** By element id: paths that completions start, beside the rest; the `scope` around waits for them. */
  readonly beside: Readonly<Record<string, CompletionBranch<Item, Result>>>;
}

/** With at least one of them. */
type WithCompletion<Options> = ForEachOptions &
  Partial<Options> &
  { [Key in keyof Options]: Pick<Options, Key> }[keyof Options];

export interface CompletionBranch<Item, Result> {
  /** `each` completion, the `first`, or the one after which it is true, which also ends the rest as `until` does. */
  readonly on: 'each' | 'first' | Test<Item, Result>;
  readonly run: () => Promise<unknown>;
}

export interface ForEachFunction {
  /**
   * Does something for each item: side by side, or with `concurrency` only some at a time. Resolves to what `body`
   * returned, in the order of the items; null for instances that `until` cancelled. No items: it completes at once.
   *
   * `body` is also given how far the instances are, which changes as they go on (in slices: those of its run).
   *
   * An instance that fails cancels the others, which are awaited; then its failure goes on. Steps of an instance have
   * its number in their idempotency keys (`<id>#1/3/…` is the third).
   *
   * Limits: Temporal keeps no more than 51,200 events in a history, which are reached with some 10,000 activities,
   * whatever the concurrency; it stops before with `LimitExceeded`.
   *
   * Temporal calls: one `CancellationScope` and what `body` calls; nothing that reaches the history by itself.
   *
   * With `slices` none of these limits holds: child workflows of the same type do the instances, 500 each, as many side by
   * side as `concurrency` lets. They work with the variables as they were when they began, and what they change is
   * there when they have ended. With `until` or `beside` up to 1,600 instances stay in the run, and more are done by one
   * child after another, so that what they count is exact. Work in them cannot be undone later.
   * Temporal calls: `startChild`.
   *
   * @throws ApplicationFailure `ExpressionFailed` for items that are no list, `LimitExceeded` for more than 1,600 at a
   * time or a history that gets too long; neither is retried.
   * @example
   * const receipts = await forEach('Pack', vars.items, (item) => task('Pack', activities.packItem, item), { concurrency: 5 });
   * @example
   * export async function packing(input: InputOf<typeof process>, continued?: Continued) {
   *   const { vars, task, forEach, part } = enter(process, input, continued);
   *   if (continued?.at === 'Pack') return part(packAll);
   *   vars.receipts = await packAll();
   *   return vars;
   *
   *   function packAll() {
   *     return forEach('Pack', vars.items, (item) => task('Pack', activities.packItem, item), { slices: true });
   *   }
   * }
   */
  <Item, Result>(
    id: string,
    items: readonly Item[],
    body: (item: Item, index: number, instances: InstanceCounts) => Promise<Result>,
    options: WithCompletion<CompletionOptions<Item, Result>>,
  ): Promise<(Result | null)[]>;
  <Item, Result>(
    id: string,
    items: readonly Item[],
    body: (item: Item, index: number, instances: InstanceCounts) => Promise<Result>,
    options?: ForEachOptions,
  ): Promise<Result[]>;
  /** So many times; the items are the numbers from 0. */
  <Result>(
    id: string,
    count: number,
    body: (index: number, _index: number, instances: InstanceCounts) => Promise<Result>,
    options: WithCompletion<CompletionOptions<number, Result>>,
  ): Promise<(Result | null)[]>;
  <Result>(
    id: string,
    count: number,
    body: (index: number, _index: number, instances: InstanceCounts) => Promise<Result>,
    options?: ForEachOptions,
  ): Promise<Result[]>;
}

type Options = ForEachOptions & Partial<CompletionOptions<unknown, unknown>>;
type Body = (item: unknown, index: number, instances: InstanceCounts) => Promise<unknown>;

export function forEachIn(run: Run): ForEachFunction {
  const forEach = (id: string, given: unknown, body: Body, options: Options = {}) => {
    stopIfInterrupted();
    const frame = currentFrame(run.root);
    const slice = run.continuation.takeSlice(id);
    if (slice) return new Instances(run, { id, frame, slice, isPart: true }, body, options).carryOutSlice();

    const carryOut = (items: readonly unknown[]) => {
      const countsMatter = options.until !== undefined || options.beside !== undefined;
      if (options.slices && needsSlices(items.length, { countsMatter })) {
        const { concurrency } = options;
        return doInSlices(run, { id, key: frame.nextKey(id), frame, items, concurrency, countsMatter });
      }
      const concurrency = concurrencyFor(id, items.length, options.concurrency);
      if (items.length === 0) run.progress.pass(id);
      const whole = { items, dates: [], first: 0, all: items.length, completed: 0, concurrency };
      const place = { id, frame, slice: { ...whole, key: frame.nextKey(id) }, isPart: false };
      return new Instances(run, place, body, options).carryOut();
    };
    if (isItems(given)) return carryOut(itemsOf(id, given));
    const step = { element: id, kind: 'expression', input: () => given } as const;
    return resumable(run, step, (items) => itemsOf(id, items)).then(carryOut);
  };
  return forEach as ForEachFunction;
}

interface Place {
  readonly id: string;
  readonly frame: Frame;
  readonly slice: Slice;
  /** Whether this run was started for these instances, and others do the rest. */
  readonly isPart: boolean;
}

/** The instances of one multi-instance, or some of them. */
class Instances {
  readonly #results: unknown[];
  readonly #counts: InstanceCounts;
  #begun = 0;
  #completed = 0;
  #isOver = false;

  constructor(
    private readonly run: Run,
    private readonly place: Place,
    private readonly body: Body,
    private readonly options: Options,
  ) {
    const { items, all, completed, concurrency } = place.slice;
    this.#results = items.map(() => null);
    // Those that may be under way are, also while the first of them begin.
    this.#counts = liveCounts(() =>
      countsOf(all, Math.min(concurrency, items.length - this.#completed), completed + this.#completed),
    );
  }

  /** In a run that does some of the instances: leaves what comes of it to that run. */
  async carryOutSlice(): Promise<unknown[]> {
    const results = (await this.carryOut()).slice(0, this.#begun);
    const { continuation } = this.run;
    continuation.sliceResult = {
      results: this.#isOver ? this.#results : results,
      dates: datesIn(results),
      completed: this.#completed,
      isOver: this.#isOver,
    };
    return results;
  }

  async carryOut(): Promise<unknown[]> {
    const nursery = new Nursery();
    const { concurrency, items } = this.place.slice;
    for (let n = 0; n < Math.min(concurrency, items.length); n++)
      nursery.start(() => this.#oneAfterAnother(nursery));
    try {
      await nursery.finished();
    } catch (error) {
      const isEnded = this.#isOver && isCancellation(error);
      if (!isEnded || isInterrupted()) throw error;
    }
    return this.#results;
  }

  async #oneAfterAnother(nursery: Nursery): Promise<void> {
    const { id, slice } = this.place;
    const { items, first } = slice;
    while (this.#begun < items.length && !this.#isOver && !this.#leavesTheRest) {
      checkHistory(id, this.#completed, items.length);
      const index = this.#begun++;
      const result = await this.#instance(index);
      // One that succeeds while it is being cancelled comes too late.
      stopIfInterrupted();
      this.#results[index] = result;
      this.#completed += 1;
      const completed = { item: items[index], index: first + index, result, results: this.#results };
      const ends = this.#endsAfter(completed);
      // Nothing comes between a completion and what it ends, unless the answer takes time.
      if (!(typeof ends === 'boolean' ? ends : await ends)) continue;
      this.#isOver = true;
      nursery.cancel();
    }
  }

  /** A run that does some of the instances may leave the last ones to the next, when its history has become long. */
  get #leavesTheRest(): boolean {
    return this.place.isPart && this.#begun > 0 && this.run.continuation.isDue;
  }

  #instance(index: number): Promise<unknown> {
    const { frame: scope, slice } = this.place;
    const { around, compensations } = scope;
    // What is undone is undone for the scope around, whether all instances were completed or not.
    const path = childPath(`${childPath(slice.key)}${slice.first + index + 1}`);
    const frame = new Frame(path, { ...around, compensations, index: slice.first + index });
    return inFrame(frame, () => this.body(slice.items[index], slice.first + index, this.#counts));
  }

  /** Starts what the completion starts, and tells whether it ends the rest. */
  #endsAfter(completed: CompletedInstance<unknown, unknown>): boolean | Promise<boolean> {
    const { slice, frame } = this.place;
    const all = slice.completed + this.#completed;
    const counts = countsOf(slice.all, this.#begun - this.#completed, all);
    const { until, beside = {} } = this.options;
    const isFirst = all === 1;
    const effects: readonly Effect[] = [
      ...(until ? [{ ends: true, holds: until(counts, completed) }] : []),
      ...Object.entries(beside).map(([event, { on, run }]) => ({
        ends: typeof on !== 'string',
        holds: typeof on === 'string' ? on === 'each' || isFirst : on(counts, completed),
        start: () => {
          this.run.progress.pass(event);
          startBeside(frame, { id: event, run });
        },
      })),
    ];
    const answers = effects.map(({ holds }) => holds);
    if (answers.every((answer) => typeof answer === 'boolean')) return takeEffect(effects, answers);
    return Promise.all(answers).then((held) => {
      stopIfInterrupted();
      return takeEffect(effects, held);
    });
  }
}

/** What a completion may cause. */
interface Effect {
  readonly holds: boolean | Promise<boolean>;
  readonly ends: boolean;
  readonly start?: () => void;
}

function takeEffect(effects: readonly Effect[], held: readonly boolean[]): boolean {
  const taken = effects.filter((_, i) => held[i]);
  for (const { start } of taken) start?.();
  return taken.some(({ ends }) => ends);
}
