import { AsyncLocalStorage } from '@temporalio/workflow';
import { KEY_SEPARATOR } from '../shared/names';
import type { Nursery } from './nursery';

/**
 * One running instance of a scope (the process, a sub-process): it names the steps in it, runs its side branches and
 * keeps the compensation handlers of what was completed in it.
 */
export class Frame {
  readonly #occurrences = new Map<string, number>();
  /** Undo actions of completed work, in the order of completion. */
  readonly compensations: Compensation[] = [];

  constructor(
    readonly path: string,
    /** Where side branches run; the scope ends when they have ended. Undefined in a root without `scope`. */
    readonly branches?: Nursery,
  ) {}

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

export interface Compensation {
  readonly element: string;
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
