import type { Duration } from '@temporalio/common';
import type { Schema } from '../../../shared/schema';
import type { Configured } from '../../../settings/settings';

/** Who the requests are from. For an API key use `headers`. */
export type HttpAuth =
  | { readonly bearer: Configured }
  | { readonly basic: { readonly user: Configured; readonly password: Configured } };

export interface HttpConfig {
  /** What the paths of the calls are added to: `https://payments.example/v1`. Without it, calls give whole URLs. */
  readonly baseUrl?: Configured;
  /** For a whole call, until the answer is read; default 30 seconds. The activity's own timeout is kept in any case. */
  readonly timeout?: Duration;
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, Configured>>;
  readonly auth?: HttpAuth;
  /**
   * The header that carries the activity's idempotency key with everything but GET, HEAD and OPTIONS;
   * default `Idempotency-Key`, none with `false`.
   */
  readonly idempotencyHeader?: string | false;
  /** Further statuses after which the activity is retried, beside 408, 425, 429 and 5xx: 409 where it means "busy". */
  readonly retried?: readonly number[];
  /** Default: 10 MB. A larger body is not sent. */
  readonly maxRequestBytes?: number;
  /** Default: 10 MB, unpacked. A larger answer is not read to its end. */
  readonly maxAnswerBytes?: number;
  /** Default: the global `fetch`. Another one can go through a proxy or trust a company's certificates. */
  readonly fetch?: typeof fetch;
}

/** What is sent: bytes, a form, a text, anything else as JSON. */
export type HttpBody = unknown;

/** An answer as functions in `errors` see it, and as `exchange` gives it. */
export interface HttpAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed if it is JSON, else the text; undefined if there is none. */
  readonly body: T;
}

/** An error code, or a function that makes the error to throw (or undefined, to go by the usual rules). */
export type HttpErrorMapping = string | ((answer: HttpAnswer) => Error | undefined);

export interface HttpCall<T = unknown> {
  /** Values for the `{placeholders}` of the path, encoded. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Fields that are undefined are left out, lists are repeated. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  readonly headers?: Readonly<Record<string, Configured>>;
  readonly body?: HttpBody;
  /** Checks a successful answer; one that does not fit fails the activity with `InvalidOutput`. */
  readonly answer?: Schema<T>;
  /** How to read the answer's body; default: by its content type. */
  readonly as?: 'json' | 'text' | 'bytes';
  /**
   * Statuses that are BPMN errors of the process: `{ 402: 'CARD_DECLINED' }`, or with what the catcher needs:
   * `{ 402: ({ body }) => bpmnError('CARD_DECLINED', { variables: { reason: body } }) }`.
   */
  readonly errors?: Readonly<Record<number, HttpErrorMapping>>;
  /** Statuses outside of 2xx that are fine: 404 where the thing may be gone. The result is undefined then. */
  readonly accept?: readonly number[];
  /** Instead of the client's. */
  readonly timeout?: Duration;
  /**
   * Instead of the activity's. An activity that changes something by two calls to one service gives each its own:
   * `` `${context.idempotencyKey}/refund` ``.
   */
  readonly idempotencyKey?: string;
}

type QueryValue = string | number | boolean;

/** One method of a client. Fails as described at `http`. */
export interface HttpMethod {
  <T = unknown>(
    path: string,
    call: HttpCall<T> & { readonly accept: readonly number[] },
  ): Promise<T | undefined>;
  <T = unknown>(path: string, call?: HttpCall<T>): Promise<T>;
}

/** Calls one service. Can be made once, outside of activities. */
export interface HttpClient {
  readonly get: HttpMethod;
  readonly post: HttpMethod;
  readonly put: HttpMethod;
  readonly patch: HttpMethod;
  readonly delete: HttpMethod;
  /** As the others, but gives status and headers as well, and the body also for statuses in `accept`. */
  exchange<T = unknown>(method: string, path: string, call?: HttpCall<T>): Promise<HttpAnswer<T>>;
}
