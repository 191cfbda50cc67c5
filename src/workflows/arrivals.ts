import type { LastWords } from './last-words';

/**
 * What comes to a run from outside: messages, signals, and what people decide. Of what has come together (a worker may have
 * been busy) each is heard when all is done that the one before has brought about. So nobody is told that a task is
 * completed which the message before has interrupted, and no message is taken to interrupt one that is completed.
 */
export class Arrivals {
  readonly #waiting: (() => void)[] = [];
  #isSettling = false;

  /**
   * @param settled - resolves when the run can do no more by itself
   * @param words - what the run's end has to wait for
   */
  constructor(
    private readonly settled: () => Promise<void>,
    private readonly words: LastWords | undefined,
  ) {}

  /** Hears something, now or when its turn has come; gives what `hear` gives. */
  hear<T>(hear: () => T): T | Promise<T> {
    if (!this.#isSettling) return this.#now(hear);
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.words?.add(turn);
    return turn.then(() => {
      this.words?.delete(turn);
      return this.#now(hear);
    });
  }

  #now<T>(hear: () => T): T {
    this.#isSettling = true;
    try {
      return hear();
    } finally {
      void this.settled().then(() => this.#next());
    }
  }

  #next(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isSettling = false;
  }
}
