import { invalidOutput } from '../../../shared/misfit';
import { check } from '../../../shared/schema';
import { Redaction } from '../shared/redaction';
import { bodyOf, isSuccess, judge, looseBodyOf } from './judge';
import { prepare } from './request';
import { send } from './send';
import type { HttpAnswer, HttpCall, HttpClient, HttpConfig, HttpMethod } from './types';

/**
 * A client for one HTTP service, to be used inside of activities.
 *
 * Each call carries the activity's idempotency key, ends with the activity's cancellation or its timeout, and reports
 * that the activity is alive while it waits. What the service answers decides how it goes on:
 *
 * - 2xx: the body, parsed if it is JSON, checked by the schema `answer`;
 * - no answer, half an answer, 408, 425, 429 and 5xx: the failure `HttpUnavailable`, which Temporal retries; after as long
 *   as `Retry-After` says, but an hour at most;
 * - statuses in `errors`: the BPMN error;
 * - any other 4xx: `HttpRejected`, which is not retried, with status, method, address and the beginning of the body;
 * - redirects: followed for GET, within the origin, five times at most; else `HttpRejected`;
 * - what is no JSON though it says so, or is too large: `HttpBadAnswer`, not retried.
 *
 * Outside of activities (in scripts) the same works without an idempotency key.
 *
 * @example
 * const payments = http({ baseUrl: env('PAYMENT_URL'), auth: { bearer: secret('PAYMENT_TOKEN') }, timeout: '10 s' });
 *
 * export const chargeCard = defineActivity(contracts.chargeCard, async ({ card, amount }) =>
 *   payments.post('/charges', { body: { card, amount }, answer: Charge, errors: { 402: 'CARD_DECLINED' } }),
 * );
 */
export function http(config: HttpConfig = {}): HttpClient {
  const exchange = <T>(method: string, path: string, call: HttpCall<T> = {}) =>
    exchangeBy(config, method.toUpperCase(), path, call, new Redaction());
  // One implementation for both signatures: what is undefined follows from `accept`.
  const method = (name: string) =>
    (async (path: string, call: HttpCall = {}) => {
      const answer = await exchange(name, path, call);
      return isSuccess(answer) ? answer.body : undefined;
    }) as HttpMethod;
  return {
    get: method('GET'),
    post: method('POST'),
    put: method('PUT'),
    patch: method('PATCH'),
    delete: method('DELETE'),
    exchange,
  };
}

/** One call; secrets that `redaction` knows are struck out of its failures. */
export async function exchangeBy<T>(
  config: HttpConfig,
  method: string,
  path: string,
  call: HttpCall<T>,
  redaction: Redaction,
): Promise<HttpAnswer<T>> {
  const request = await prepare(config, method, path, call, redaction);
  const { details } = request;
  const answer = await send(config, call, request, redaction);
  const judged = { config, call, details, redact: (text: string) => redaction.redact(text) };
  judge(answer, judged);
  const { status, headers } = answer;
  if (!isSuccess(answer)) return { status, headers, body: looseBodyOf(answer) as T };
  const checked = check(call.answer, bodyOf(answer, judged));
  if (!checked.ok) throw invalidOutput(`answer of ${method} ${details.url}`, checked.problems);
  return { status, headers, body: checked.value as T };
}
