import type { Client } from '@temporalio/client';
import { causesOf } from '../shared/causes';
import { checkSearchAttributes, type SearchAttributeState, type ServerConnection } from '../temporal';
import { GRPC_STATUS, isGrpcStatus } from '../temporal/connection/grpc-status';

/** How long the server's word on missing search attributes holds, milliseconds: a worker may register them. */
const MISSING_HOLDS_MS = 15_000;

/** What all parts of one client share. */
export class ClientContext {
  readonly client: Client;
  readonly server: ServerConnection;
  readonly taskQueue: string;
  readonly uiUrl: string | undefined;
  /** Milliseconds that a worker has to answer a query or a built-in update. */
  readonly answerTimeout: number;
  #attributes: Promise<SearchAttributeState> | undefined;
  #checkedAt = 0;

  constructor(parts: Pick<ClientContext, 'client' | 'server' | 'taskQueue' | 'uiUrl' | 'answerTimeout'>) {
    this.client = parts.client;
    this.server = parts.server;
    this.taskQueue = parts.taskQueue;
    this.uiUrl = parts.uiUrl;
    this.answerTimeout = parts.answerTimeout;
  }

  /** Whether Baton's search attributes can be used; asked once, unless they are missing. */
  async searchAttributes(): Promise<SearchAttributeState> {
    const known = await this.#attributes;
    if (known?.registered || (known && Date.now() - this.#checkedAt < MISSING_HOLDS_MS)) return known;
    this.#checkedAt = Date.now();
    const asked = checkSearchAttributes(this.client.connection, this.server.namespace);
    this.#attributes = asked;
    // A check that failed says nothing; the next start asks again.
    asked.catch(() => (this.#attributes = undefined));
    return asked;
  }

  /**
   * Runs a call that a worker must answer, within the time for that. When the time is up, the server may notice first
   * and cancel the call; that is the same to the caller.
   */
  async answered<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.client.connection.withDeadline(Date.now() + this.answerTimeout, call);
    } catch (error) {
      if (![...causesOf(error)].some((cause) => isGrpcStatus(cause, 'CANCELLED'))) throw error;
      const late = new Error('the call was cancelled at its deadline', { cause: error });
      throw Object.assign(late, { code: GRPC_STATUS.DEADLINE_EXCEEDED });
    }
  }
}
