import type { Client } from '@temporalio/client';
import { causesOf } from '../shared/causes';
import { KnownSearchAttributes, type SearchAttributeState, type ServerConnection } from '../temporal';
import { GRPC_STATUS, isGrpcStatus } from '../temporal/connection/grpc-status';

/** What all parts of one client share. */
export class ClientContext {
  readonly client: Client;
  readonly server: ServerConnection;
  readonly taskQueue: string;
  readonly uiUrl: string | undefined;
  /** Milliseconds that a worker has to answer a query or a built-in update. */
  readonly answerTimeout: number;
  readonly #attributes: KnownSearchAttributes;

  constructor(parts: Pick<ClientContext, 'client' | 'server' | 'taskQueue' | 'uiUrl' | 'answerTimeout'>) {
    this.client = parts.client;
    this.server = parts.server;
    this.taskQueue = parts.taskQueue;
    this.uiUrl = parts.uiUrl;
    this.answerTimeout = parts.answerTimeout;
    this.#attributes = new KnownSearchAttributes(parts.client.connection, parts.server.namespace);
  }

  /** Whether Baton's search attributes can be used; asked once, unless they are missing. */
  searchAttributes(): Promise<SearchAttributeState> {
    return this.#attributes.state();
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
