import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';

const ENCODING = 'binary/reversed';

/** Stands for encryption: nobody without it can read what it has written. */
const reversed: PayloadCodec = {
  encode: (payloads) => Promise.resolve(payloads.map(hide)),
  decode: (payloads) => Promise.resolve(payloads.map(show)),
};

/** As users give it to workers, clients and tests. */
export const dataConverter: DataConverter = { payloadCodecs: [reversed] };

function hide({ metadata, data }: Payload): Payload {
  const encoding = Buffer.from(ENCODING);
  return {
    metadata: { ...metadata, encoding, inner: metadata?.['encoding'] ?? new Uint8Array() },
    data: Uint8Array.from(data ?? []).reverse(),
  };
}

function show(payload: Payload): Payload {
  const { inner, ...metadata } = payload.metadata ?? {};
  if (Buffer.from(metadata['encoding'] ?? []).toString() !== ENCODING || !inner) return payload;
  return {
    metadata: { ...metadata, encoding: inner },
    data: Uint8Array.from(payload.data ?? []).reverse(),
  };
}

/** What the payloads in something from the server say to those who do not have the codec. */
export function legible(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(legible).join(' ');
}
