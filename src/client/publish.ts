import { randomUUID } from 'node:crypto';
import { broadcastSignal, publishMessage } from '../shared/send';
import type { ClientContext } from './context';
import { explained } from './explain';

export interface BroadcastOptions {
  /** The same id again is the same message or signal: send again without fear. Default: a new one. */
  readonly id?: string;
  /** Whose runs are meant: the contracts' deployment key. Default: the client's task queue. */
  readonly deployment?: string;
}

export interface PublishOptions extends BroadcastOptions {
  /** Correlation key: only waits for the same key take the message. */
  readonly key?: string | number;
  /** How long it waits for its receiver, in milliseconds; default: one hour. */
  readonly timeToLive?: number;
}

export async function publish(
  { client, server, taskQueue }: ClientContext,
  name: string,
  payload: unknown,
  { id = randomUUID(), deployment = taskQueue, key, timeToLive }: PublishOptions,
): Promise<void> {
  const address = { deployment, name, ...(key !== undefined && { key: String(key) }) };
  const message = { id, payload, ...(timeToLive !== undefined && { timeToLive }) };
  await explained({ server, call: `message "${name}"` }, () =>
    publishMessage(client, taskQueue, address, message),
  );
}

export async function broadcast(
  { client, server, taskQueue }: ClientContext,
  name: string,
  payload: unknown,
  { id = randomUUID(), deployment = taskQueue }: BroadcastOptions,
): Promise<void> {
  await explained({ server, call: `signal "${name}"` }, () =>
    broadcastSignal(client, taskQueue, { deployment, name }, { id, name, payload }),
  );
}
