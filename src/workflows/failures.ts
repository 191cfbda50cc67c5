import { ApplicationFailure } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { invalidInput } from '../shared/misfit';
import { check, checkFields, type Checked, type Schema } from '../shared/schema';
import { stopIfInterrupted } from './interruption';
import type { z } from 'zod';

/**
 * A failure of Baton's. Always an `ApplicationFailure`: a plain error thrown in workflow code would be taken for a bug
 * and retry the workflow task forever, with the run showing as running.
 */
export function failure(type: FailureType, message: string, ...details: unknown[]): ApplicationFailure {
  return ApplicationFailure.create({ type, message, nonRetryable: true, details });
}

/**
 * What `schema` makes of `value`, or a failure that names the subject and every problem: `invalidInput` for what came
 * in, `invalidOutput` for what goes out.
 */
export function checked<S extends Schema>(
  schema: S | undefined,
  value: unknown,
  subject: string,
  misfit: typeof invalidInput = invalidInput,
): z.output<S> {
  return fitting(check(schema, value), subject, misfit);
}

/** The same for what becomes variables, see `checkFields`. */
export function checkedFields<S extends Schema>(
  schema: S | null | undefined,
  value: unknown,
  subject: string,
): z.output<S> {
  return fitting(checkFields(schema, value), subject, invalidInput);
}

function fitting<T>(result: Checked<T>, subject: string, misfit: typeof invalidInput): T {
  if (result.ok) return result.value;
  throw misfit(subject, result.problems);
}

/**
 * The failure of an exclusive gateway (or a conditional fork) none of whose conditions held and that has no default.
 *
 * @example
 * else throw noFlowTaken('Gateway_Risk');
 */
export function noFlowTaken(element: string): ApplicationFailure {
  stopIfInterrupted();
  return failure(
    FailureType.NoFlowTaken,
    `No outgoing flow of '${element}' could be taken: no condition is true and there is no default flow.`,
    { element },
  );
}

/**
 * The failure of a run that was started at an event whose condition does not hold of the variables it was given: nothing
 * of it is done.
 *
 * @example
 * if (vars.stock >= 10) throw notStarted('Start_Low');
 */
export function notStarted(startEvent: string): ApplicationFailure {
  return failure(
    FailureType.InvalidInput,
    `The process does not start at '${startEvent}': its condition does not hold.`,
    { element: startEvent },
  );
}

/** What a failure of Baton's in this run says of what failed. */
export interface FailedOn {
  readonly element?: string;
  /** The message whose correlation key is none. */
  readonly message?: string;
  /** What a value has to be. */
  readonly expected?: 'boolean';
}

export function failedOn(error: unknown): FailedOn {
  if (!(error instanceof ApplicationFailure)) return {};
  const details = error.details?.[0];
  return typeof details === 'object' && details !== null ? details : {};
}
