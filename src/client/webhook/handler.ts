import type { IncomingMessage, ServerResponse } from 'node:http';
import { msToNumber } from '@temporalio/common/lib/time';
import type { ProcessSpec } from '../../shared/process-contract';
import { check, formatProblems, type Schema } from '../../shared/schema';
import type { BatonClient } from '../client';
import { isClientError } from '../errors';
import { readBody } from './read-body';
import { Refused } from './refused';
import { checkSignature, type SignedRequest } from './signature';
import type { CallbackMessage, Refusal, WebhookConfig } from './types';

/** Handles one call of a Node HTTP server, and answers it in any case. */
export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Seconds after which a sender may try again. */
const RETRY_AFTER = 10;

/**
 * Makes messages of the callbacks of another system: a handler for node:http, Express, or Fastify, that checks who calls,
 * and hands over what `message` makes of the body. It answers 202 only when Temporal has the message; a sender that calls
 * again until then loses none, and as its delivery id is the message's, none comes twice.
 *
 * Answers: 202 taken; 204 nothing to do (`message` gave undefined, or its run is over); 400 not JSON, or does not fit; 401
 * signature or time is wrong; 405 no POST; 413 too large; 500 a fault of this side, such as a missing secret; 503 Temporal
 * has not taken it.
 * Temporal calls: `SignalWithStartWorkflowExecution`; with `run` `SignalWorkflowExecution`.
 *
 * @param process - the contract that has the messages: names and payloads are typed and checked by it
 * @example
 * const callbacks = webhook(client, customerOnboarding, {
 *   signature: { secret: secret('IDENTITY_SECRET'), header: 'x-signature', prefix: 'sha256=' },
 *   body: z.object({ check: z.string(), identity: z.enum(['confirmed', 'refused']) }),
 *   message: ({ body: { check, identity }, headers }) => ({
 *     name: 'IdentityChecked',
 *     key: check,
 *     payload: { identity },
 *     id: headers.get('x-delivery'),
 *   }),
 * });
 * createServer(callbacks).listen(8088);
 */
export function webhook<P extends ProcessSpec, Body extends Schema = Schema>(
  client: BatonClient,
  process: P,
  config: WebhookConfig<P, Body>,
): WebhookHandler {
  const { onRefused = report } = config;
  return async (request, response) => {
    const { method = '' } = request;
    const url = new URL(`http://webhook${request.url?.startsWith('/') ? request.url : '/'}`);
    try {
      if (method !== 'POST') throw new Refused(405, 'callbacks are posted');
      const message = await messageIn(request, url, config);
      const isTaken = message !== undefined && (await send(client, process, message, config.timeout));
      response.writeHead(isTaken ? 202 : 204).end();
    } catch (error) {
      const { status, reason, cause } = refusalFor(error);
      answer(response, status, reason);
      const { pathname: path } = url;
      onRefused({ method, path, status, reason, ...(cause !== undefined && { error: cause }) });
    }
  };
}

async function messageIn<P extends ProcessSpec, Body extends Schema>(
  request: IncomingMessage,
  url: URL,
  config: WebhookConfig<P, Body>,
): Promise<CallbackMessage<P> | undefined> {
  const { signature, maxBytes = 1_000_000 } = config;
  const signed = { url, headers: headersOf(request), body: await readBody(request, maxBytes) };
  await authenticate(signature, signed);
  const result = check(config.body, parse(signed.body));
  if (!result.ok) throw new Refused(400, `the body does not fit: ${formatProblems(result.problems)}`);
  return config.message({ ...signed, body: result.value });
}

async function authenticate(
  signature: WebhookConfig<ProcessSpec>['signature'],
  request: SignedRequest,
): Promise<void> {
  if (typeof signature === 'object') checkSignature(signature, request);
  else if (!(await signature(request))) throw new Refused(401, 'the call does not prove where it comes from');
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Refused(400, 'the body is no JSON', { cause: error });
  }
}

/** Whether there was somebody to take it: a run that is over does not. */
async function send<P extends ProcessSpec>(
  client: BatonClient,
  process: P,
  message: CallbackMessage<P>,
  timeout: WebhookConfig<P>['timeout'] = '5 seconds',
): Promise<boolean> {
  // Which payload belongs to which name was checked where `message` was given, and is checked again by the client.
  const { name, payload, run, id, key, timeToLive } = message as CallbackMessage<ProcessSpec>;
  if (!id) throw new Refused(400, 'the callback has no delivery id');
  const options = { id, ...(key !== undefined && { key: String(key) }) };
  const deadline = Date.now() + msToNumber(timeout);
  try {
    await client.client.connection.withDeadline(deadline, () =>
      run === undefined
        ? client.publish<ProcessSpec, string>(process, name, payload, {
            ...options,
            ...(timeToLive !== undefined && { timeToLive }),
          })
        : client.message<ProcessSpec, string>(process, run, name, payload, options),
    );
    return true;
  } catch (error) {
    if (isClientError(error, 'not-found')) return false;
    if (isClientError(error, 'invalid-input')) throw new Refused(400, error.message, { cause: error });
    if (isClientError(error, 'too-large')) throw new Refused(413, error.message, { cause: error });
    throw new Refused(503, 'the message could not be handed over: call again', { cause: error });
  }
}

function refusalFor(error: unknown): Pick<Refused, 'status' | 'reason' | 'cause'> {
  if (error instanceof Refused) return error;
  return { status: 500, reason: 'the callback could not be handled', cause: error };
}

function answer(response: ServerResponse, status: number, reason: string): void {
  response.setHeader('content-type', 'application/json');
  if (status === 503) response.setHeader('retry-after', RETRY_AFTER);
  if (status === 405) response.setHeader('allow', 'POST');
  response.writeHead(status).end(JSON.stringify({ error: reason }));
}

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headers).map(([name, value]): [string, string] => [name, [value].flat().join(', ')]),
  );
}

function report({ method, path, status, reason, error }: Refusal): void {
  const why = error instanceof Error && status >= 500 ? `${reason} (${error.message})` : reason;
  console.error(`webhook: ${method} ${path} was answered with ${status}: ${why}`);
}
