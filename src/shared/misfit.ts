import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from './errors';
import { formatProblems, type Problem } from './schema';

/** First detail of the failures of type `InvalidInput` and `InvalidOutput`. */
export interface MisfitDetails {
  /** What was given the value or returned it: `activity chargeCard`. */
  readonly subject: string;
  readonly problems: readonly Problem[];
}

/**
 * Failure for a value that does not fit the schema of the receiver. Never retried: the same value will not fit later.
 *
 * @param subject what received the value, as a person would name it: `activity chargeCard`
 */
export function invalidInput(subject: string, problems: readonly Problem[]): ApplicationFailure {
  return misfit(FailureType.InvalidInput, `${subject}: input does not fit`, { subject, problems });
}

/** Failure for a result that does not fit the schema of its producer. Never retried. */
export function invalidOutput(subject: string, problems: readonly Problem[]): ApplicationFailure {
  return misfit(FailureType.InvalidOutput, `${subject}: output does not fit`, { subject, problems });
}

function misfit(type: FailureType, what: string, details: MisfitDetails): ApplicationFailure {
  const message = `${what}: ${formatProblems(details.problems)}`;
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
}
