import type { Duration } from '@temporalio/common';
import type { z } from 'zod';
import type { ProcessSpec } from '../../shared/process-contract';
import type { Schema } from '../../shared/schema';
import type { NameIn, PayloadOf } from '../process-types';
import type { SignatureConfig, SignedRequest } from './signature';

/** A callback whose signature is right. */
export interface Callback<Body> {
  /** Parsed JSON, and what the schema in `body` made of it, if there is one. */
  readonly body: Body;
  readonly headers: Headers;
  /** Path and query, for what the address says. The host is not to be relied on. */
  readonly url: URL;
}

type Payload<T> = undefined extends T ? { readonly payload?: T } : { readonly payload: T };

/** Where a message goes: to whoever waits for name and key (or is started by it), or to a run that is known. */
type Address =
  | { readonly run?: never; readonly key?: string | number; readonly timeToLive?: number }
  | { readonly run: string; readonly key?: string | number; readonly timeToLive?: never };

/**
 * The message that a callback becomes: one of those in the process's contract. With `run`, a workflow id, it goes to that
 * run (`client.message`), else by name and key to whoever waits for it (`client.publish`).
 */
export type CallbackMessage<P> = {
  readonly [Name in NameIn<P, 'messages'>]: {
    readonly name: Name;
    /**
     * What tells this callback from others, and is the same when it is delivered again: the sender's delivery id. Several
     * with one id are one message. A callback without one is answered with 400.
     */
    readonly id: string | null | undefined;
  } & Payload<PayloadOf<P, 'messages', Name>> &
    Address;
}[NameIn<P, 'messages'>];

/** A call that was not taken. */
export interface Refusal {
  readonly method: string;
  /** Path without query, which may have secrets in it. */
  readonly path: string;
  readonly status: number;
  /** What the caller was told. */
  readonly reason: string;
  /** What was thrown, where that is the reason. */
  readonly error?: unknown;
}

export interface WebhookConfig<P extends ProcessSpec, Body extends Schema = Schema> {
  /**
   * How the sender proves who it is: by an HMAC-SHA256 signature over the body, or by whatever your function finds in the
   * request.
   */
  readonly signature: SignatureConfig | ((request: SignedRequest) => boolean | Promise<boolean>);
  /** What the body must look like; one that does not fit is answered with 400. Default: any JSON. */
  readonly body?: Body;
  /** Makes the message of a callback; undefined for those that are of no interest here. */
  readonly message: (
    callback: Callback<z.output<Body>>,
  ) => CallbackMessage<P> | undefined | Promise<CallbackMessage<P> | undefined>;
  /** The largest body, in bytes; default 1 MB. */
  readonly maxBytes?: number;
  /** How long Temporal has to take the message; default 5 seconds, for senders do not wait long. */
  readonly timeout?: Duration;
  /** Told of each call that was not taken. Default: a line on stderr. */
  readonly onRefused?: (refusal: Refusal) => void;
}
