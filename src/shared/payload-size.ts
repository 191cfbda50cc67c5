/** Temporal refuses payloads above 2 MB; ours are refused before. */
const MAX_BYTES = 0.8 * 2 * 1024 * 1024;

/**
 * Why a payload is too large to be sent, or undefined. Measured as JSON, which is what Temporal's default converter makes
 * of it. Temporal ends a run that sends more than 2 MB, so 80 % of that is the most.
 */
export function oversize(payload: unknown): string | undefined {
  const text = textOf(payload);
  // A character is at most three bytes, so most texts need not be encoded to know.
  if (text !== undefined && text.length * 3 <= MAX_BYTES) return undefined;
  const bytes = sizeOf(payload);
  if (bytes <= MAX_BYTES) return undefined;
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return `it has ${megabytes} MB, and 1.6 MB is the most that is sent. Keep large data elsewhere, and send where it is`;
}

/** In bytes, as it is sent. */
export function sizeOf(payload: unknown): number {
  if (payload instanceof Uint8Array) return payload.byteLength;
  return new TextEncoder().encode(textOf(payload)).byteLength;
}

/** As JSON; what is no JSON is the converter's business. */
function textOf(payload: unknown): string | undefined {
  if (payload instanceof Uint8Array) return undefined;
  try {
    return (JSON.stringify(payload) as string | undefined) ?? '';
  } catch {
    return '';
  }
}
