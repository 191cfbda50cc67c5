import { ApplicationFailure } from '@temporalio/common';
import type { Redaction } from '../shared/redaction';
import { waiting } from '../shared/running';
import { badAnswer, badRequest, rejected, unavailable } from './failures';
import { AnswerTooLarge, readBody } from './read-body';
import type { PreparedRequest } from './request';
import type { HttpCall, HttpConfig } from './types';
import { shown } from './url';

const DEFAULT_TIMEOUT = '30 seconds';
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** An answer whose body has been read, but not looked into. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Sends a request and reads the answer, whatever its status. Fails as an activity should when there is none. */
export function send(
  config: HttpConfig,
  call: HttpCall,
  request: PreparedRequest,
  redaction: Redaction,
): Promise<RawAnswer> {
  const { details } = request;
  const what = `${details.method} ${details.url}`;
  const limit = config.maxAnswerBytes ?? DEFAULT_MAX_BYTES;
  return waiting(
    {
      timeout: call.timeout ?? config.timeout ?? DEFAULT_TIMEOUT,
      timedOut: (milliseconds) => unavailable(`${what}: no answer within ${milliseconds} ms`, details),
    },
    async (signal) => {
      try {
        const response = await follow(config.fetch ?? fetch, request, signal, call.accept);
        const bytes = await readBody(response, limit);
        return { status: response.status, headers: response.headers, bytes };
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof AnswerTooLarge) throw badAnswer(`${what}: ${error.message}`, details);
        if (error instanceof ApplicationFailure) throw error;
        // Not handed on as a cause, for it may say more than the reason.
        const reason = networkProblem(error);
        if (reason !== undefined) throw unavailable(`${what}: ${redaction.redact(reason)}`, details);
        throw badRequest(`${what}: ${redaction.redact(String(error))}`, details);
      }
    },
  );
}

/** Follows redirects of GET and HEAD within their origin; any other would take credentials or data elsewhere. */
async function follow(
  send: typeof fetch,
  request: PreparedRequest,
  signal: AbortSignal,
  accepted: readonly number[] = [],
): Promise<Response> {
  const { method, headers, body = null, details } = request;
  let { url } = request;
  for (let hops = 0; ; hops++) {
    const response = await send(url.href, {
      method,
      headers,
      body: body as string,
      signal,
      redirect: 'manual',
    });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null || accepted.includes(response.status)) {
      return response;
    }
    await response.body?.cancel();
    const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    const isSafe = (method === 'GET' || method === 'HEAD') && target?.origin === url.origin;
    if (!target || !isSafe || hops === MOST_REDIRECTS) {
      throw rejected(
        `${method} ${details.url} answered ${response.status}, a redirect to ${target ? shown(target) : 'nowhere'}. ` +
          `Only GET is redirected, within its origin and ${MOST_REDIRECTS} times at most: call the right address.`,
        { ...details, status: response.status },
      );
    }
    url = target;
  }
}

/** What kept fetch from an answer, which it says by a cause; without one the request was wrong. */
function networkProblem(error: unknown): string | undefined {
  const { cause } = error as { cause?: { message?: string; code?: string; errors?: readonly Error[] } };
  if (!cause) return undefined;
  // Several addresses were tried, and each has its own reason.
  const reasons = cause.errors?.map(({ message }) => message).join(', ');
  return reasons || cause.message || cause.code || 'the connection failed';
}
