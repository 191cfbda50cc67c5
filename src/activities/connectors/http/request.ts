import { createHash } from 'node:crypto';
import type { Redaction } from '../shared/redaction';
import { currentIdempotencyKey } from '../shared/running';
import { badRequest, type HttpFailureDetails } from './failures';
import type { HttpAuth, HttpCall, HttpConfig } from './types';
import { addressOf, shown } from './url';

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
/** These change nothing, so that repeating them does no harm. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** As many services store a key (Stripe among them). */
const LONGEST_KEY = 255;

/** A request, ready to be sent again to another address. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | Uint8Array | undefined;
  /** For failures. */
  readonly details: HttpFailureDetails;
}

/** Puts a request together from what the client and the call say. Fails with `HttpBadRequest`. */
export async function prepare(
  config: HttpConfig,
  method: string,
  path: string,
  call: HttpCall,
  redaction: Redaction,
): Promise<PreparedRequest> {
  const url = addressOf(config, path, call, redaction);
  const named = Object.entries({
    ...idempotency(config, method, call),
    ...authorization(config.auth, redaction),
    ...config.headers,
    ...call.headers,
  }).map(([name, value]) => [name, redaction.reveal(value)] as const);
  // Secrets of headers are struck out of the address as well, so they have to be known by now.
  const details = { method, url: redaction.redact(shown(url)) };
  const { body, type } = await encode(call.body);
  const limit = config.maxRequestBytes ?? DEFAULT_MAX_BYTES;
  const size = typeof body === 'string' ? Buffer.byteLength(body) : (body?.byteLength ?? 0);
  if (size > limit) {
    throw badRequest(`${method} ${details.url}: the body has ${size} bytes, ${limit} are allowed`, details);
  }
  const headers = new Headers({ accept: 'application/json, */*;q=0.5' });
  if (type !== undefined) headers.set('content-type', type);
  for (const [name, value] of named) {
    try {
      headers.set(name, value);
    } catch {
      throw badRequest(`${method} ${details.url}: the header ${name} cannot be sent as it is`, details);
    }
  }
  return { method, url, headers, body, details };
}

function idempotency({ idempotencyHeader = 'Idempotency-Key' }: HttpConfig, method: string, call: HttpCall) {
  const key = SAFE.has(method) ? undefined : (call.idempotencyKey ?? currentIdempotencyKey());
  return idempotencyHeader === false || key === undefined ? {} : { [idempotencyHeader]: keyAsHeader(key) };
}

interface Encoded {
  readonly body: string | Uint8Array | undefined;
  readonly type?: string;
}

async function encode(body: unknown): Promise<Encoded> {
  if (body === undefined) return { body: undefined };
  if (typeof body === 'string') return { body, type: 'text/plain; charset=utf-8' };
  if (body instanceof Uint8Array) return { body, type: 'application/octet-stream' };
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), type: 'application/x-www-form-urlencoded' };
  }
  if (body instanceof FormData) {
    const encoded = new Response(body);
    const type = encoded.headers.get('content-type') ?? 'multipart/form-data';
    return { body: new Uint8Array(await encoded.arrayBuffer()), type };
  }
  return { body: JSON.stringify(body), type: 'application/json' };
}

function authorization(auth: HttpAuth | undefined, redaction: Redaction): Record<string, string> {
  if (!auth) return {};
  if ('bearer' in auth) return { authorization: `Bearer ${redaction.reveal(auth.bearer)}` };
  const { user, password } = auth.basic;
  const credentials = `${redaction.reveal(user)}:${redaction.reveal(password)}`;
  const encoded = Buffer.from(credentials).toString('base64');
  redaction.hide(encoded, '[credentials]');
  return { authorization: `Basic ${encoded}` };
}

/** Ids of elements may have letters that headers may not, and scopes in scopes make long keys. */
function keyAsHeader(key: string): string {
  const encoded = /^[\x21-\x7e]*$/.test(key) ? key : encodeURIComponent(key);
  if (encoded.length <= LONGEST_KEY) return encoded;
  return createHash('sha256').update(key).digest('hex');
}
