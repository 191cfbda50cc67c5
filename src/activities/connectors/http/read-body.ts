/** Thrown for an answer that is larger than allowed, before all of it is in memory. */
export class AnswerTooLarge extends Error {}

/** Reads a body to its end, or to the limit; bytes are counted as they come, after they were unpacked. */
export async function readBody(response: Response, limit: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  const parts: Uint8Array[] = [];
  let size = announced;
  if (size <= limit && response.body) {
    size = 0;
    for await (const part of response.body as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      if (size > limit) break; // which cancels the stream
      parts.push(part);
    }
  }
  if (size <= limit) return Buffer.concat(parts);
  await response.body?.cancel().catch(() => undefined);
  throw new AnswerTooLarge(`the answer has more than ${limit} bytes`);
}
