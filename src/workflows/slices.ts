import { executeChild, workflowInfo } from '@temporalio/workflow';
import { PART_IDS, type Slice, type SliceResult } from '../shared/continuation';
import { businessKeyOf } from '../shared/run-identity';
import { summaryOf } from '../shared/summary';
import { childId } from './call';
import { datesIn, withDates } from './dates';
import type { Frame } from './frame';
import { checkHistory, MAX_CONCURRENCY } from './instances';
import { stopIfInterrupted } from './interruption';
import { Nursery } from './nursery';
import { optionsFor, partOf, type PartWorkflow } from './part';
import { nameOf, type Run } from './run';
import { applyChanges } from './variable-changes';

/** Instances that one run does; up to as many stay where they are. */
const SLICE = 500;

/** Child workflows at a time: all that can be done at once is 50,000 instances. */
const MAX_SLICES = 100;

/** A multi-instance that other runs may do parts of. */
export interface Sliced {
  readonly id: string;
  /** Its name among the steps of the run. */
  readonly key: string;
  readonly frame: Frame;
  readonly items: readonly unknown[];
  readonly concurrency: number | undefined;
  /** Whether completions cause anything: then counts must be exact. */
  readonly countsMatter: boolean;
}

/** Whether there are more instances than one run should do. Counts are exact as long as it is only one. */
export function needsSlices(count: number, { countsMatter }: Pick<Sliced, 'countsMatter'>): boolean {
  return count > (countsMatter ? MAX_CONCURRENCY : SLICE);
}

/** Has all instances done by child workflows, some hundred each; resolves to their results, in order. */
export async function doInSlices(run: Run, sliced: Sliced): Promise<unknown[]> {
  const { items, concurrency = items.length, countsMatter } = sliced;
  const atOnce = countsMatter ? 1 : Math.min(Math.max(1, Math.floor(concurrency / SLICE)), MAX_SLICES);
  const slices = new OpenSlices(run, sliced, Math.min(concurrency, SLICE));
  const nursery = new Nursery();
  for (let n = 0; n < atOnce; n++) nursery.start(() => slices.oneAfterAnother());
  await nursery.finished();
  return slices.results;
}

class OpenSlices {
  readonly results: unknown[];
  readonly #left: { first: number; length: number }[] = [];
  #begun = 0;
  #completed = 0;
  #isOver = false;

  constructor(
    private readonly run: Run,
    private readonly sliced: Sliced,
    private readonly concurrency: number,
  ) {
    const { length } = sliced.items;
    this.results = sliced.items.map(() => null);
    for (let first = 0; first < length; first += SLICE)
      this.#left.push({ first, length: Math.min(SLICE, length - first) });
  }

  async oneAfterAnother(): Promise<void> {
    const { id, items } = this.sliced;
    for (let next = this.#left.shift(); next && !this.#isOver; next = this.#left.shift()) {
      checkHistory(id, this.#completed, items.length);
      const { first, length } = next;
      const { results, dates, completed, isOver } = await this.#slice(first, length);
      stopIfInterrupted();
      for (const [i, result] of withDates([...results], dates).entries()) this.results[first + i] = result;
      this.#completed += completed;
      this.#isOver ||= isOver;
      // Its history has become long: another one goes on.
      if (!isOver && results.length < length)
        this.#left.unshift({ first: first + results.length, length: length - results.length });
    }
  }

  async #slice(first: number, length: number): Promise<SliceResult> {
    const { run, concurrency } = this;
    const { id, key, frame, items } = this.sliced;
    const some = items.slice(first, first + length);
    const slice: Slice = {
      items: some,
      dates: datesIn(some),
      first,
      all: items.length,
      completed: this.#completed,
      concurrency,
      key,
    };
    const workflowId = childId(`${key}${PART_IDS.slice}${++this.#begun}`);
    const result = await run.escalations.during(workflowId, frame, () =>
      executeChild<PartWorkflow>(workflowInfo().workflowType, {
        ...optionsFor(run, id, frame),
        staticSummary: summaryOf(
          `${nameOf(run.process, id)} (${first + 1} to ${first + length} of ${items.length})`,
          businessKeyOf(workflowInfo()),
        ),
        workflowId,
        args: [
          run.vars,
          {
            at: id,
            state: { dates: datesIn(run.vars), occurrences: frame.occurrences },
            part: { ...partOf(run, frame), slice },
          },
        ],
      }),
    );
    applyChanges(run.vars, result);
    run.progress.add(result.progress);
    return result.slice ?? { results: [], dates: [], completed: 0, isOver: true };
  }
}
