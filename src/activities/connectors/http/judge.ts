import { bpmnError } from '../../../shared/bpmn-error';
import { badAnswer, rejected, unavailable, type HttpFailureDetails } from './failures';
import type { RawAnswer } from './send';
import type { HttpAnswer, HttpCall, HttpConfig } from './types';

/** Statuses that say "later": timeout, too early, too many requests. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);
/** More of an answer would only fill the history. */
const EXCERPT = 500;
/** A service may be wrong about how long to wait; an hour later somebody may look at it. */
const LONGEST_WAIT_MS = 3_600_000;

interface Judged {
  readonly config: HttpConfig;
  readonly call: HttpCall;
  readonly details: HttpFailureDetails;
  redact(text: string): string;
}

/** Whether an answer is a success; one that the caller accepts is none, but no failure either. */
export function isSuccess({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300;
}

/** Throws for an answer that is neither a success nor accepted: a BPMN error, a failure to retry, or a final one. */
export function judge(answer: RawAnswer, { config, call, details, redact }: Judged): void {
  const { status } = answer;
  const mapping = call.errors?.[status];
  if (mapping === undefined && (isSuccess(answer) || call.accept?.includes(status))) return;
  const excerpt = redact(excerptOf(answer));
  const message = `${details.method} ${details.url} answered ${status}${excerpt && `: ${excerpt}`}`;
  if (typeof mapping === 'string') throw bpmnError(mapping, { message });
  const mapped = mapping?.({ status, headers: answer.headers, body: looseBodyOf(answer) });
  if (mapped) throw mapped;
  if (isSuccess(answer) || call.accept?.includes(status)) return;
  const more = { ...details, status, ...(excerpt && { body: excerpt }) };
  const isLater = LATER.has(status) || status >= 500 || config.retried?.includes(status);
  throw isLater ? unavailable(message, more, retryAfter(answer.headers)) : rejected(message, more);
}

/** The body as the call wants it; fails with `HttpBadAnswer` where that should be JSON and is not. */
export function bodyOf(answer: RawAnswer, { call, details }: Judged): unknown {
  const { bytes, headers } = answer;
  if (call.as === 'bytes') return bytes;
  const text = new TextDecoder(charsetOf(headers)).decode(bytes);
  if (call.as === 'text') return text;
  if (text === '') return undefined;
  if (call.as !== 'json' && !isJson(headers)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const message = `${details.method} ${details.url} answered ${answer.status} with something that is no JSON`;
    throw badAnswer(message, { ...details, status: answer.status });
  }
}

/** The body of an answer that is no success, which may be anything. */
export function looseBodyOf(answer: RawAnswer): HttpAnswer['body'] {
  const text = new TextDecoder(charsetOf(answer.headers)).decode(answer.bytes);
  if (!isJson(answer.headers)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isJson(headers: Headers): boolean {
  return /^\s*[^;]*[/+]json\b/i.test(headers.get('content-type') ?? '');
}

function charsetOf(headers: Headers): string {
  const label = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}

function excerptOf({ bytes }: RawAnswer): string {
  // A character has four bytes at most.
  const text = new TextDecoder()
    .decode(bytes.subarray(0, EXCERPT * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

/** `Retry-After`, seconds or a date, in milliseconds; what is past or unreadable says nothing. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : undefined;
}
