import type { z } from 'zod';
import { FailureType } from '../shared/errors';
import type { OpenVariables, ProcessSpec } from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import { failure } from './failures';
import type { MessageTrigger } from './triggers';

type Messages<P extends ProcessSpec> = NonNullable<P['messages']>;
type Name<P extends ProcessSpec> = P['messages'] extends object ? keyof P['messages'] & string : string;
type PayloadOf<P extends ProcessSpec, Name> = Name extends keyof Messages<P>
  ? Messages<P>[Name] extends infer S extends Schema
    ? z.output<S>
    : OpenVariables
  : OpenVariables;

/** What messages are told apart by, beside their names. */
export type CorrelationKey = string | number;

export interface MessageTriggerFunctions<P extends ProcessSpec> {
  /**
   * Trigger: the oldest message of this name that is sent to this run, with this correlation key if one is given, and
   * that nobody has taken yet; also one that has come before the wait. To be used with `wait`, `firstOf`, `guard`,
   * `scope`.
   */
  message<N extends Name<P>>(name: N, key?: CorrelationKey): MessageTrigger<PayloadOf<P, N>>;
  /**
   * Trigger: like `message`, but also a message that is published by name and key, without knowing the run: by `publish`
   * in any run of the deployment, or by a client.
   *
   * A key that is no text and no number fails with `ExpressionFailed` when it is armed.
   *
   * @example
   * const { quantity } = await wait('Event_Restocked', published('Restocked', vars.sku));
   */
  published<N extends Name<P>>(name: N, ...key: [key?: CorrelationKey]): MessageTrigger<PayloadOf<P, N>>;
}

export function messageTriggers<P extends ProcessSpec>(): MessageTriggerFunctions<P> {
  return {
    message: (name, key) => ({
      kind: 'message',
      name,
      published: false,
      ...(key !== undefined && { key }),
    }),
    published: (name, ...key) => ({
      kind: 'message',
      name,
      published: true,
      ...(key.length > 0 && { key: key[0] }),
    }),
  };
}

/** A key that is missing would quietly mean other messages than those that are meant. */
export function correlationKey(message: string, key: unknown, element: string): string {
  if (typeof key === 'string' || typeof key === 'number') return String(key);
  throw failure(
    FailureType.ExpressionFailed,
    `The correlation key of the message '${message}' at '${element}' is ${key === null ? 'null' : typeof key}, and must be a text or a number.`,
    { element, message },
  );
}
