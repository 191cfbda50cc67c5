import type { NativeConnection, Worker } from '@temporalio/worker';

/** A worker made by `createWorker`. */
export class BatonWorker implements AsyncDisposable {
  /** Temporal's own worker. */
  readonly worker: Worker;
  /**
   * The connection it uses. A client on the same connection (`new BatonClient({ connection })`) can start processes
   * eagerly: their first task comes back with the answer instead of by the task queue.
   */
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly #closeConnection: boolean;
  #running: Promise<void> | undefined;

  /** Made by `createWorker`. */
  constructor(parts: {
    readonly worker: Worker;
    readonly connection: NativeConnection;
    readonly namespace: string;
    readonly taskQueue: string;
    readonly closeConnection: boolean;
  }) {
    this.worker = parts.worker;
    this.connection = parts.connection;
    this.namespace = parts.namespace;
    this.taskQueue = parts.taskQueue;
    this.#closeConnection = parts.closeConnection;
  }

  /**
   * Works until the process gets a signal to stop or `shutdown` is called; then finishes what is under way and closes
   * the connection, if the worker opened it. Rejects when the worker fails. Temporal calls: `Worker.run`.
   */
  run(): Promise<void> {
    this.#running ??= this.#runAndClose();
    return this.#running;
  }

  /**
   * Works until `work` is done, then stops; resolves to what `work` resolves to. Temporal calls: `Worker.runUntil`.
   *
   * @example
   * const receipt = await worker.runUntil(() => client.execute(order, { orderId: '1' }));
   */
  async runUntil<T>(work: () => Promise<T>): Promise<T> {
    const result = this.worker.runUntil(work);
    this.#running = result.then(() => undefined).finally(() => this.#close());
    await this.#running;
    return result;
  }

  /**
   * Stops taking tasks, lets activities finish within the grace time, and resolves when all is done. Does nothing the
   * second time. Temporal calls: `Worker.shutdown`.
   */
  async shutdown(): Promise<void> {
    // Temporal can only stop what has been started.
    const ended = this.run();
    if (this.worker.getState() === 'RUNNING') this.worker.shutdown();
    await ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  async #runAndClose(): Promise<void> {
    try {
      await this.worker.run();
    } finally {
      await this.#close();
    }
  }

  async #close(): Promise<void> {
    if (this.#closeConnection) await this.connection.close();
  }
}
