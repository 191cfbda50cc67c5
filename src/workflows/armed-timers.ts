import type { ArmedTimer } from '../shared/continuation';

/**
 * The timers that this run waits for, each with the moment at which it is due, so that a run that goes on in another one
 * keeps its rhythm. Only those of the process's event sub-processes are open then, and of each there is one.
 */
export class ArmedTimers {
  readonly #armed = new Map<string, ArmedTimer>();
  readonly #earlier: Map<string, ArmedTimer>;

  constructor(earlier: Readonly<Record<string, ArmedTimer>> = {}) {
    this.#earlier = new Map(Object.entries(earlier));
  }

  /** What is left of a timer that an earlier run has armed; the first who asks gets it. */
  take(element: string): ArmedTimer | undefined {
    const timer = this.#earlier.get(element);
    this.#earlier.delete(element);
    return timer;
  }

  set(element: string, timer: ArmedTimer): void {
    this.#armed.set(element, timer);
  }

  delete(element: string): void {
    this.#armed.delete(element);
  }

  get state(): Readonly<Record<string, ArmedTimer>> {
    return Object.fromEntries(this.#armed);
  }
}
