import { CancellationScope, isCancellation } from '@temporalio/workflow';

/**
 * Branches that live and die together: the first to fail cancels the others; all are awaited; then the failure goes on.
 * Branches can be added while others run.
 *
 * Built on one Temporal `CancellationScope`, so cancelling the surrounding scope cancels every branch.
 */
export class Nursery {
  readonly #scope = new CancellationScope();
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  start(branch: () => Promise<unknown>): void {
    const running: Promise<void> = this.#scope
      .run(branch)
      .then(
        () => undefined,
        (error: unknown) => this.#fail(error),
      )
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when every branch has ended, also those that are added meanwhile; rejects with the failure, if any. */
  async finished(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
    if (this.#failure) throw this.#failure.error;
  }

  /** Cancels every branch; `finished` tells how they end. */
  cancel(): void {
    this.#scope.cancel();
  }

  #fail(error: unknown): void {
    // A real failure says more than the cancellation that it, or someone outside, caused.
    if (!this.#failure || (isCancellation(this.#failure.error) && !isCancellation(error)))
      this.#failure = { error };
    this.#scope.cancel();
  }
}

/**
 * Runs async functions side by side, as a parallel gateway does. When one fails, the others are cancelled and awaited,
 * then its failure goes on: unlike after a bare `Promise.all`, nothing is still running behind the caller's back.
 *
 * Temporal calls: one `CancellationScope` around the branches; nothing that reaches the history.
 *
 * @example
 * await parallel(charge, pack);
 */
export async function parallel(...branches: readonly (() => Promise<unknown>)[]): Promise<void> {
  const nursery = new Nursery();
  for (const branch of branches) nursery.start(branch);
  await nursery.finished();
}
