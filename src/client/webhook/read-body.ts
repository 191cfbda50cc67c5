import type { IncomingMessage } from 'node:http';
import { Refused } from './refused';

/**
 * The body, byte by byte as it was signed.
 *
 * @throws Refused 413 when it is larger than `limit` (the rest is received and dropped, so that the caller can read the
 *   answer), 400 when it breaks off
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const { body } = request as { readonly body?: unknown };
  // Left there by express.raw() and its like.
  if (Buffer.isBuffer(body)) return body.byteLength > limit ? tooLarge(request, limit) : body;
  if (request.readableEnded) {
    throw new Error(
      'The body was read before the webhook could: put it in front of express.json(), or behind express.raw().',
    );
  }
  if (Number(request.headers['content-length']) > limit) tooLarge(request, limit);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of partsOf(request)) {
    size += part.byteLength;
    if (size > limit) tooLarge(request, limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function* partsOf(request: IncomingMessage): AsyncIterable<Buffer> {
  try {
    // A request that is destroyed cannot be answered any more.
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new Refused(400, 'the body broke off', { cause: error });
  }
}

function tooLarge(request: IncomingMessage, limit: number): never {
  request.resume();
  throw new Refused(413, `the body has more than ${limit} bytes`);
}
