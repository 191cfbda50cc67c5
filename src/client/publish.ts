import { randomUUID } from 'node:crypto';
import type { ProcessSpec } from '../shared/process-contract';
import { broadcastSignal, publishMessage } from '../shared/send';
import { checkVariables, checkName } from './check-input';
import type { ClientContext } from './context';
import { explained } from './explain';

export interface BroadcastOptions {
  /** The same id again, with the same name and key, is the same message or signal: send again without fear. Default: a new one. */
  readonly id?: string;
  /** Whose runs are meant: their deployment key. Default: that of the contract, else the client's task queue. */
  readonly deployment?: string;
}

export interface PublishOptions extends BroadcastOptions {
  /** Correlation key: only waits for the same key take the message. */
  readonly key?: string | number;
  /** How long it waits for its receiver, in milliseconds; default: one hour. */
  readonly timeToLive?: number;
}

/** Something to send to whoever waits for it. With a contract, name and payload are checked by it. */
interface Sending<Options> {
  readonly process?: ProcessSpec | undefined;
  readonly name: string;
  readonly payload: unknown;
  readonly options?: Options | undefined;
}

/** The arguments of `client.publish` and `client.broadcast`: with a contract before them, or without. */
export function sending<Options>(first: ProcessSpec | string, rest: readonly unknown[]): Sending<Options> {
  const [process, name, payload, options] =
    typeof first === 'string' ? [undefined, first, ...rest] : [first, ...rest];
  return { process, name: name as string, payload, options: options as Options | undefined };
}

export async function publish(
  { client, server, taskQueue }: ClientContext,
  { process, name, payload, options = {} }: Sending<PublishOptions>,
): Promise<void> {
  checkName(process?.messages, name, 'Message');
  checkVariables(process?.messages?.[name], payload, `Message "${name}"`);
  const { id = randomUUID(), deployment = process?.deployment ?? taskQueue, key, timeToLive } = options;
  const address = { deployment, name, ...(key !== undefined && { key: String(key) }) };
  const message = { id, payload, ...(timeToLive !== undefined && { timeToLive }) };
  await explained({ server, call: `message "${name}"` }, () =>
    publishMessage(client, taskQueue, address, message),
  );
}

export async function broadcast(
  { client, server, taskQueue }: ClientContext,
  { process, name, payload, options = {} }: Sending<BroadcastOptions>,
): Promise<void> {
  checkName(process?.broadcasts, name, 'Signal');
  checkVariables(process?.broadcasts?.[name], payload, `Signal "${name}"`);
  const { id = randomUUID(), deployment = process?.deployment ?? taskQueue } = options;
  await explained({ server, call: `signal "${name}"` }, () =>
    broadcastSignal(client, taskQueue, { deployment, name }, { id, name, payload }),
  );
}
