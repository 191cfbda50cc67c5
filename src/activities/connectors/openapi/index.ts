/**
 * Calls of HTTP services that are typed by their OpenAPI descriptions.
 *
 * @module
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Client } from 'openapi-fetch';
import { exchangeBy } from '../http/client';
import type { HttpCall, HttpConfig } from '../http/types';
import { Redaction } from '../shared/redaction';
import { openapiFetch } from './library';

/** Statuses whose answers have no body. */
const EMPTY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A client of `openapi-fetch` (which has to be installed) that calls as `http` does: the same idempotency key, timeouts,
 * sizes and failures. `Paths` is what `openapi-typescript` makes of the service's description.
 *
 * A status that is neither 2xx nor in `accept` is thrown, so `data` is there whenever a call returns without `error`.
 *
 * @param rules - for all calls of this client, as for one of `http`: BPMN errors by status, statuses that are fine
 * @example
 * const payments = openapiClient<paths>({ baseUrl: env('PAYMENT_URL') }, { errors: { 402: 'CARD_DECLINED' } });
 * const { data } = await payments.POST('/charges', { body: { amount } });
 */
export function openapiClient<Paths extends object>(
  config: HttpConfig,
  rules: Pick<HttpCall, 'errors' | 'accept' | 'timeout'> = {},
): Client<Paths> {
  const send = async (request: Request): Promise<Response> => {
    // The path was put behind a base that stands for the real one, which is read when it is used.
    const { pathname, search } = new URL(request.url);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const call = {
      ...rules,
      headers: Object.fromEntries(request.headers),
      as: 'bytes',
      ...(bytes.byteLength > 0 && { body: bytes }),
    } as const;
    const path = `${pathname}${search}`;
    const { status, headers, body } = await exchangeBy(config, request.method, path, call, new Redaction());
    const content = typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body;
    return new Response(EMPTY.has(status) ? null : (content as string), {
      status,
      headers: typeOnly(headers),
    });
  };
  return openapiFetch().default<Paths>({ baseUrl: 'http://service.invalid', fetch: send });
}

/**
 * What a call has answered, where only an answer will do: statuses other than 2xx have been thrown, unless the rules
 * accept them.
 *
 * @throws ApplicationFailure `HttpBadAnswer`, not retried, for an answer without a body or with an accepted status
 * @example
 * const { receipt } = await dataOf(payments.POST('/charges', { body: { amount } }));
 */
export async function dataOf<Data>(
  call: Promise<{ readonly data?: Data; readonly response: Response }>,
): Promise<Exclude<Data, undefined>> {
  const { data, response } = await call;
  if (data !== undefined) return data as Exclude<Data, undefined>;
  throw ApplicationFailure.nonRetryable(
    `The service answered ${response.status}, without what its description promises`,
    'HttpBadAnswer',
  );
}

/** The body has been unpacked, and its length has changed with it. */
function typeOnly(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  return kept;
}
