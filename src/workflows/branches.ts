import { condition } from '@temporalio/workflow';
import { stopIfInterrupted } from './interruption';
import { Nursery } from './nursery';

/** A path of the process, as a function. */
export type Branch = () => unknown;

/** Where tokens wait until one can go on. */
export interface Gate {
  /** How many tokens wait. */
  readonly held: number;
  /** Lets a token go on if it can; tells whether it did. */
  open(): boolean;
}

/**
 * All that goes on in one running scope: its branches, which live and die together, and the gates at which tokens wait.
 * The scope is over when no branch runs and no gate holds a token.
 */
export class Branches {
  readonly #nursery = new Nursery();
  readonly #running = new Map<unknown, number>();
  readonly #gates = new Map<unknown, Gate>();
  #isHeld = false;

  /** Starts all of them; none begins before all are counted. */
  start(...branches: readonly Branch[]): void {
    stopIfInterrupted();
    for (const branch of branches) this.#count(branch, 1);
    for (const branch of branches) {
      this.#nursery.start(async () => {
        await branch();
        this.#count(branch, -1);
        // One that opens moves a token, which may open another one.
        while ([...this.#gates.values()].some((gate) => gate.open()));
      });
    }
  }

  /** @param entrance - what code calls to get to the gate: it stands for the gate in `isBusy` */
  addGate(entrance: unknown, gate: Gate): void {
    this.#gates.set(entrance, gate);
  }

  /** Keeps the scope open as long as a gate holds something. Temporal calls: `condition`. */
  hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#nursery.start(async () => {
      await condition(() => [...this.#gates.values()].every(({ held }) => held === 0));
      this.#isHeld = false;
    });
  }

  /** Whether a token is on this branch, or waits at the gate with this entrance. */
  isBusy(source: unknown): boolean {
    return this.#running.has(source) || (this.#gates.get(source)?.held ?? 0) > 0;
  }

  /** Whether one branch runs, and no token waits. */
  get isOneBranch(): boolean {
    const running = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    return running === 1 && [...this.#gates.values()].every(({ held }) => held === 0);
  }

  cancel(): void {
    this.#nursery.cancel();
  }

  finished(): Promise<void> {
    return this.#nursery.finished();
  }

  #count(branch: Branch, n: number): void {
    const count = (this.#running.get(branch) ?? 0) + n;
    if (count > 0) this.#running.set(branch, count);
    else this.#running.delete(branch);
  }
}
