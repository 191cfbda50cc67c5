import type { ElementProgress, Progress } from '../shared/wire';

/** Entries of `path` that are kept: enough for any diagram, and a query's answer stays small in endless loops. */
const MAX_PATH = 2000;

type Counts = { -readonly [K in keyof ElementProgress]: ElementProgress[K] };
type Counter = 'completed' | 'cancelled' | 'failed';

/** One visit of one element, to be closed exactly once. */
export interface Visit {
  close(how: Counter): void;
}

/** What has happened so far, kept in workflow memory: it costs no history and is rebuilt by replay. */
export class ProgressLog {
  readonly #elements = new Map<string, Counts>();
  readonly #path: string[] = [];
  readonly #active = new Map<string, number>();
  readonly #awaited = new Set<readonly string[]>();
  /** How many visits have begun or ended. */
  steps = 0;

  /** @param earlier - that of the run which this one follows */
  constructor(
    private readonly onChange: () => void,
    earlier?: Pick<Progress, 'elements' | 'path'>,
  ) {
    if (earlier) this.add(earlier);
  }

  /** What happened in a run that this one follows, or that did a part of it. */
  add({ elements, path }: Pick<Progress, 'elements' | 'path'>): void {
    for (const [id, theirs] of Object.entries(elements)) {
      const ours = this.#elements.get(id);
      this.#elements.set(id, ours ? together(ours, theirs) : { ...theirs });
    }
    this.#path.push(...path);
    this.#path.splice(0, this.#path.length - MAX_PATH);
  }

  enter(element: string): Visit {
    this.steps += 1;
    const now = new Date().toISOString();
    const counts = this.#elements.get(element) ?? {
      entered: 0,
      completed: 0,
      cancelled: 0,
      failed: 0,
      firstEnteredAt: now,
      lastChangedAt: now,
    };
    this.#elements.set(element, counts);
    counts.entered += 1;
    counts.lastChangedAt = now;
    this.#path.push(element);
    if (this.#path.length > MAX_PATH) this.#path.shift();
    this.#active.set(element, (this.#active.get(element) ?? 0) + 1);
    this.onChange();
    return {
      close: (how) => {
        this.steps += 1;
        counts[how] += 1;
        counts.lastChangedAt = new Date().toISOString();
        const left = (this.#active.get(element) ?? 1) - 1;
        if (left > 0) this.#active.set(element, left);
        else this.#active.delete(element);
        this.onChange();
      },
    };
  }

  /** How often, also in the runs that this one follows. */
  timesEntered(element: string): number {
    return this.#elements.get(element)?.entered ?? 0;
  }

  /** An element that takes no time. */
  pass(element: string): void {
    this.enter(element).close('completed');
  }

  /** Waits for the first of several events: they are where the run is, and only the winner is entered. */
  await(events: readonly string[]): { over(): void } {
    this.#awaited.add(events);
    this.onChange();
    return {
      over: () => {
        this.#awaited.delete(events);
        this.onChange();
      },
    };
  }

  /** Element ids that are active now, in the order in which they became so. */
  get active(): readonly string[] {
    return [...this.#active.keys()];
  }

  /** Where the run is: what is active, and events of which it waits for the first. */
  get position(): readonly string[] {
    return [...new Set([...this.active, ...[...this.#awaited].flat()])];
  }

  snapshot(): Omit<Progress, 'incidents'> {
    return {
      elements: Object.fromEntries([...this.#elements].map(([id, counts]) => [id, { ...counts }])),
      path: [...this.#path],
      active: this.position,
    };
  }
}

function together(one: ElementProgress, other: ElementProgress): Counts {
  const [firstEnteredAt = ''] = [one.firstEnteredAt, other.firstEnteredAt].sort();
  const [, lastChangedAt = ''] = [one.lastChangedAt, other.lastChangedAt].sort();
  return {
    entered: one.entered + other.entered,
    completed: one.completed + other.completed,
    cancelled: one.cancelled + other.cancelled,
    failed: one.failed + other.failed,
    firstEnteredAt,
    lastChangedAt,
  };
}
