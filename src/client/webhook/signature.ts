import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Duration } from '@temporalio/common';
import { msToNumber } from '@temporalio/common/lib/time';
import { reveal, type Configured } from '../../settings/settings';
import { Refused } from './refused';

/** How a sender signs its calls. The signature is HMAC-SHA256. */
export interface SignatureConfig {
  /** Shared with the sender; several while one takes the place of another. */
  readonly secret: Configured | readonly Configured[];
  /** The header with the signature, or with several of them, separated by blanks. */
  readonly header: string;
  /** What stands in front of the signature in its header: `sha256=`. */
  readonly prefix?: string;
  /** Default: `hex`. */
  readonly encoding?: 'hex' | 'base64';
  /**
   * When the call was sent: a number of seconds or milliseconds, or a date. Calls that are older than `tolerance` (or as
   * far in the future) are refused, so that nobody can send one again that he has overheard. Default: `5 minutes`.
   */
  readonly timestamp?: { readonly header: string; readonly tolerance?: Duration };
  /**
   * What is signed in front of the body. Default: with a timestamp `<timestamp>.`, else nothing. A timestamp that is not
   * signed protects from nothing.
   */
  readonly before?: (headers: Headers) => string;
}

/** A request that is to prove where it comes from. */
export interface SignedRequest {
  readonly headers: Headers;
  readonly url: URL;
  /** As it was sent. */
  readonly body: Buffer;
}

/** From here on a number counts milliseconds; as seconds it would be in the year 5138. */
const MILLISECONDS_FROM = 1e11;

/**
 * Checks the signature, in the same time whichever byte is wrong.
 *
 * @throws Refused 401
 */
export function checkSignature(config: SignatureConfig, { headers, body }: SignedRequest): void {
  const { secret, prefix = '', encoding = 'hex', timestamp } = config;
  const given = headers.get(config.header);
  if (given === null) throw new Refused(401, `the header ${config.header} is missing`);
  const sentAt = timestamp && timestampIn(headers, timestamp.header);
  const before = config.before?.(headers) ?? (sentAt === undefined ? '' : `${sentAt}.`);
  const secrets: readonly Configured[] = Array.isArray(secret) ? secret : [secret as Configured];
  const expected = secrets.map((one) =>
    createHmac('sha256', reveal(one)).update(before).update(body).digest(encoding),
  );
  const candidates = given.split(/\s+/).filter((one) => one.startsWith(prefix));
  const isRight = candidates.some((one) => expected.some((right) => same(one.slice(prefix.length), right)));
  if (!isRight) throw new Refused(401, `the signature in ${config.header} is not that of this body`);
  if (timestamp && sentAt !== undefined) checkAge(sentAt, timestamp);
}

function timestampIn(headers: Headers, name: string): string {
  const sentAt = headers.get(name);
  if (sentAt === null) throw new Refused(401, `the header ${name} is missing`);
  return sentAt;
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}

function checkAge(
  sentAt: string,
  { header, tolerance = '5 minutes' }: NonNullable<SignatureConfig['timestamp']>,
): void {
  const age = Math.abs(Date.now() - timeOf(sentAt));
  const allowed = msToNumber(tolerance);
  // NaN, where the text is no time.
  if (Number.isNaN(age) || age > allowed) {
    throw new Refused(401, `the time in ${header} is none, or more than ${allowed / 1000} seconds off`);
  }
}

function timeOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) return Date.parse(text);
  const value = Number(text);
  return value < MILLISECONDS_FROM ? value * 1000 : value;
}
