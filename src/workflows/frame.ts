import { AsyncLocalStorage } from '@temporalio/workflow';
import { KEY_SEPARATOR } from '../shared/names';
import type { Branches } from './branches';
import type { CatchingTrigger } from './catch-error';

/**
 * One running instance of a scope (the process, a sub-process): it names the steps in it, runs its side branches and
 * keeps the compensation handlers of what was completed in it. The same instance may be seen from several places, which
 * differ in what surrounds them.
 */
export class Frame {
  readonly #occurrences: Map<string, number>;
  /** How to undo completed work, in the order of completion. */
  readonly compensations: Compensation[];

  constructor(
    readonly path: string,
    readonly around: Surroundings = {},
    same?: Frame,
  ) {
    this.#occurrences = same ? same.#occurrences : new Map();
    this.compensations = around.compensations ?? (same ? same.compensations : []);
  }

  /** The same instance, with other surroundings. */
  with(around: Surroundings): Frame {
    return new Frame(this.path, { ...this.around, ...around }, this);
  }

  /** How often each element of this instance was carried out. */
  get occurrences(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#occurrences);
  }

  /** Counts on from there. */
  countFrom(occurrences: Readonly<Record<string, number>>): void {
    for (const [element, n] of Object.entries(occurrences)) this.#occurrences.set(element, n);
  }

  /**
   * A name for this occurrence of an element that is the same on every replay and for every retry, and unique in the
   * run: `<scope path>/<element>#<n>`. To be called before anything is awaited.
   */
  nextKey(element: string): string {
    const n = (this.#occurrences.get(element) ?? 0) + 1;
    this.#occurrences.set(element, n);
    return `${this.path}${element}#${n}`;
  }
}

/** What code in a scope finds around it. */
export interface Surroundings {
  /** Where side branches run; the scope ends when they have ended. None in a root without `scope`. */
  readonly branches?: Branches;
  /** Who hears escalations first. */
  readonly catcher?: Catcher | undefined;
  /** What around catches errors. */
  readonly errors?: readonly CatchingTrigger[] | undefined;
  /** In an instance of a multi-instance: which item, from 0. */
  readonly index?: number | undefined;
  /** Set where an event sub-process begins: the scope whose event it handles. */
  readonly handles?: Frame | undefined;
  /** Set in an event sub-process: the scope that it belongs to, which it may compensate. */
  readonly owner?: Frame | undefined;
  /** Takes compensation handlers in place of the scope's own list. */
  readonly compensations?: Compensation[];
}

/** Something around the running code that may catch an escalation. */
export interface Catcher {
  readonly outer?: Catcher | undefined;
  /** Whether it was caught. */
  hear(code: string | undefined): boolean;
}

/** How to undo an activity that was completed. */
export interface Compensation {
  readonly element: string;
  /** It stands for what is in a sub-process, and gives way to a handler of the sub-process itself. */
  readonly byDefault: boolean;
  /** Path of the instance in which the activity was done. */
  readonly within: string;
  /** The scope in which it runs. */
  readonly frame: Frame;
  readonly run: () => Promise<unknown>;
}

// Carries the frame along async calls. The storage itself holds no state of a run.
const storage = new AsyncLocalStorage<Frame>();

/** The frame of the code that is running now, or `root` outside of any sub-process. */
export function currentFrame(root: Frame): Frame {
  return storage.getStore() ?? root;
}

/** Runs `body` in `frame`. */
export function inFrame<T>(frame: Frame, body: () => T): T {
  return storage.run(frame, body);
}

/** Path prefix for what happens in the scope with this key. */
export function childPath(key: string): string {
  return `${key}${KEY_SEPARATOR}`;
}
