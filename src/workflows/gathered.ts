import type { GatheredState } from '../shared/continuation';

/** What has come of several things that an event waits for, by their places. */
export type Gathering = Map<number, unknown>;

/**
 * The events that wait for several things together, and what each has of them already, so that a run that goes on in
 * another one need not wait for it again. Only those of the process's event sub-processes are open then.
 */
export class GatheredEvents {
  readonly #open = new Map<string, Gathering>();
  readonly #earlier: Map<string, GatheredState[string]>;

  constructor(earlier: GatheredState = {}) {
    this.#earlier = new Map(Object.entries(earlier));
  }

  /** @returns what an earlier run had gathered for the event; the first who asks gets it */
  begin(event: string): Gathering {
    const gathering: Gathering = new Map(this.#earlier.get(event));
    this.#earlier.delete(event);
    this.#open.set(event, gathering);
    return gathering;
  }

  end(event: string): void {
    this.#open.delete(event);
  }

  get state(): GatheredState {
    return Object.fromEntries([...this.#open].map(([event, gathering]) => [event, [...gathering]]));
  }
}
