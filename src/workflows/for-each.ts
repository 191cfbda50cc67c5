import { isCancellation } from '@temporalio/workflow';
import { childPath, currentFrame, Frame, inFrame } from './frame';
import { checkHistory, concurrencyFor, countsOf, isItems, itemsOf, type InstanceCounts } from './instances';
import { startBeside } from './guard';
import { resumable } from './incidents';
import { isInterrupted, stopIfInterrupted } from './interruption';
import { Nursery } from './nursery';
import type { Run } from './run';

/** An instance that has just been completed. */
export interface CompletedInstance<Item, Result> {
  readonly item: Item;
  /** Its place among the items, from 0. */
  readonly index: number;
  readonly result: Result;
}

type Test<Item, Result> = (
  instances: InstanceCounts,
  completed: CompletedInstance<Item, Result>,
) => boolean | Promise<boolean>;

export interface ForEachOptions {
  /** How many at a time, at most 1,600; 1 is one after another, in order. Default: all at once. */
  readonly concurrency?: number;
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
   * An instance that fails cancels the others, which are awaited; then its failure goes on. Steps of an instance have
   * its number in their idempotency keys (`<id>#1/3/…` is the third).
   *
   * Limits: Temporal keeps no more than 51,200 events in a history, which are reached with some 10,000 activities,
   * whatever the concurrency; it stops before with `LimitExceeded`.
   *
   * Temporal calls: one `CancellationScope` and what `body` calls; nothing that reaches the history by itself.
   *
   * @throws ApplicationFailure `ExpressionFailed` for items that are no list, `LimitExceeded` for more than 1,600 at a
   * time or a history that gets too long; neither is retried.
   * @example
   * const receipts = await forEach('Pack', vars.items, (item) => task('Pack', activities.packItem, item), { concurrency: 5 });
   */
  <Item, Result>(
    id: string,
    items: readonly Item[],
    body: (item: Item, index: number) => Promise<Result>,
    options: WithCompletion<CompletionOptions<Item, Result>>,
  ): Promise<(Result | null)[]>;
  <Item, Result>(
    id: string,
    items: readonly Item[],
    body: (item: Item, index: number) => Promise<Result>,
    options?: ForEachOptions,
  ): Promise<Result[]>;
  /** So many times; the items are the numbers from 0. */
  <Result>(
    id: string,
    count: number,
    body: (index: number) => Promise<Result>,
    options: WithCompletion<CompletionOptions<number, Result>>,
  ): Promise<(Result | null)[]>;
  <Result>(
    id: string,
    count: number,
    body: (index: number) => Promise<Result>,
    options?: ForEachOptions,
  ): Promise<Result[]>;
}

type Options = ForEachOptions & Partial<CompletionOptions<unknown, unknown>>;
type Body = (item: unknown, index: number) => Promise<unknown>;

export function forEachIn(run: Run): ForEachFunction {
  const forEach = (id: string, given: unknown, body: Body, options: Options = {}) => {
    stopIfInterrupted();
    const carryOut = (items: readonly unknown[]) => {
      const concurrency = concurrencyFor(id, items.length, options.concurrency);
      if (items.length === 0) run.progress.pass(id);
      return new Instances(run, id, items, body, options).carryOut(concurrency);
    };
    if (isItems(given)) return carryOut(itemsOf(id, given));
    const step = { element: id, kind: 'expression', input: () => given } as const;
    return resumable(run, step, (items) => itemsOf(id, items)).then(carryOut);
  };
  return forEach as ForEachFunction;
}

/** The instances of one multi-instance. */
class Instances {
  readonly #frame: Frame;
  readonly #key: string;
  readonly #results: unknown[];
  #begun = 0;
  #completed = 0;
  #isOver = false;

  constructor(
    private readonly run: Run,
    private readonly id: string,
    private readonly items: readonly unknown[],
    private readonly body: Body,
    private readonly options: Options,
  ) {
    this.#frame = currentFrame(run.root);
    this.#key = this.#frame.nextKey(id);
    this.#results = items.map(() => null);
  }

  async carryOut(concurrency: number): Promise<unknown[]> {
    const nursery = new Nursery();
    for (let n = 0; n < concurrency; n++) nursery.start(() => this.#oneAfterAnother(nursery));
    try {
      await nursery.finished();
    } catch (error) {
      const isEnded = this.#isOver && isCancellation(error);
      if (!isEnded || isInterrupted()) throw error;
    }
    return this.#results;
  }

  async #oneAfterAnother(nursery: Nursery): Promise<void> {
    while (this.#begun < this.items.length && !this.#isOver) {
      checkHistory(this.id, this.#completed, this.items.length);
      const index = this.#begun++;
      const result = await this.#instance(index);
      // One that succeeds while it is being cancelled comes too late.
      stopIfInterrupted();
      this.#results[index] = result;
      this.#completed += 1;
      const ends = this.#endsAfter({ item: this.items[index], index, result });
      // Nothing comes between a completion and what it ends, unless the answer takes time.
      if (!(typeof ends === 'boolean' ? ends : await ends)) continue;
      this.#isOver = true;
      nursery.cancel();
    }
  }

  #instance(index: number): Promise<unknown> {
    const { around, compensations } = this.#frame;
    // What is undone is undone for the scope around, whether all instances were completed or not.
    const path = childPath(`${childPath(this.#key)}${index + 1}`);
    const frame = new Frame(path, { ...around, compensations, index });
    return inFrame(frame, () => this.body(this.items[index], index));
  }

  /** Starts what the completion starts, and tells whether it ends the rest. */
  #endsAfter(completed: CompletedInstance<unknown, unknown>): boolean | Promise<boolean> {
    const counts = countsOf(this.items.length, this.#begun - this.#completed, this.#completed);
    const { until, beside = {} } = this.options;
    const isFirst = this.#completed === 1;
    const effects: readonly Effect[] = [
      ...(until ? [{ ends: true, holds: until(counts, completed) }] : []),
      ...Object.entries(beside).map(([event, { on, run }]) => ({
        ends: typeof on !== 'string',
        holds: typeof on === 'string' ? on === 'each' || isFirst : on(counts, completed),
        start: () => {
          this.run.progress.pass(event);
          startBeside(this.#frame, { id: event, run });
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
