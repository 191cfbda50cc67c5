import type { ActivityOptions } from '@temporalio/common';
import type { z } from 'zod';
import type { Schema } from './schema';

/**
 * What a workflow needs to know of an activity to call it: its name, schemas and options. A contract is plain data, so
 * workflow code may import it by value, while the implementation (see `defineActivity`) stays in Node.
 */
export interface ActivityContract<In = unknown, Out = unknown, Received = unknown, Returned = unknown> {
  readonly name: string;
  readonly input?: Schema;
  readonly output?: Schema;
  /** Laid over Baton's defaults (3 attempts, start-to-close 1 minute); a call may override each. */
  readonly options: ActivityOptions;
  /** A reference to a plain function (`activitiesOf`): it gets everything it is given, and nothing is checked. */
  readonly plain?: true;
  /** Types only, never there at run time: what a caller sends and gets. */
  readonly _types?: (input: In) => Out;
  /**
   * Types only: what the function behind it receives (defaults filled in) and returns (before transforms). A method,
   * because methods are compared loosely: callers write `ActivityContract<In, Out>` and need not know these two.
   */
  _implementation?(input: Received): Returned;
}

/** Options of an activity contract: its schemas, and every option that Temporal knows for activities. */
export interface ActivityContractSpec<I extends Schema, O extends Schema> extends ActivityOptions {
  /** Checked on the worker before the function runs; workflows send only the fields named here. */
  readonly input?: I;
  /** Checked on the worker before the result reaches the history. */
  readonly output?: O;
}

/**
 * Describes an activity to both sides, in a file that workflow code can import (no Node built-ins in it).
 *
 * @example
 * export const chargeCard = activityContract('chargeCard', {
 *   input: z.object({ orderId: z.string(), amount: z.number().positive() }),
 *   output: z.object({ receipt: z.string() }),
 *   startToCloseTimeout: '20 seconds',
 *   retry: { maximumAttempts: 5 },
 * });
 */
export function activityContract<I extends Schema = z.ZodVoid, O extends Schema = z.ZodVoid>(
  name: string,
  spec: ActivityContractSpec<I, O>,
): ActivityContract<z.input<I>, z.output<O>, z.output<I>, z.input<O>> {
  const { input, output, ...options } = spec;
  return { name, options, ...(input && { input }), ...(output && { output }) };
}
