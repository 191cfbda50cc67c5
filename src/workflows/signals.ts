import { messageIdentity, type Broadcast } from '../shared/delivery';
import { REMEMBERED_IDS } from './mailbox';

/** Told of each occurrence; says whether it wants to hear of more. `take` is called only if it is wanted now. */
export type Claim = (take: () => unknown) => boolean;

interface Listener {
  readonly name: string;
  readonly claim: Claim;
}

/** Who in this run waits for signals. They are not kept: a signal that nobody waits for is gone. */
export class SignalBoard {
  readonly #listeners = new Set<Listener>();
  readonly #heard: Set<string>;

  /** @param heard - broadcasts that the run which this one follows has heard */
  constructor(heard: readonly string[] = []) {
    this.#heard = new Set(heard);
  }

  /** The latest broadcasts. */
  get heard(): readonly string[] {
    return [...this.#heard].slice(-REMEMBERED_IDS);
  }

  /** @returns how to stop listening */
  listen(name: string, claim: Claim): () => void {
    const listener = { name, claim };
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** A broadcast from outside. It may come more than once. */
  hear({ id, name, payload }: Broadcast): void {
    const identity = messageIdentity({ name }, id);
    if (this.#heard.has(identity)) return;
    this.#heard.add(identity);
    this.deliver(name, payload);
  }

  /** Reaches everyone who waits now, in the order in which they began to. */
  deliver(name: string, payload: unknown): void {
    for (const listener of [...this.#listeners]) {
      const isStillThere = this.#listeners.has(listener);
      if (isStillThere && listener.name === name && !listener.claim(() => payload))
        this.#listeners.delete(listener);
    }
  }
}
