import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../../shared/errors';

/**
 * The failure of a decision. Made here and not by `failure`, so that decisions, which are plain functions, can be called
 * outside of workflows as well.
 */
export function decisionFailed(
  decision: string,
  problem: string,
  details: Readonly<Record<string, unknown>> = {},
): ApplicationFailure {
  return make(FailureType.DecisionFailed, `Decision '${decision}' failed: ${problem}`, decision, details);
}

/** The failure of something in a decision that was to be computed, by what it failed with. */
export function partFailed(decision: string, place: string, error: unknown): ApplicationFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return make(FailureType.ExpressionFailed, `Decision '${decision}', ${place}: ${reason}`, decision, {
    place,
  });
}

function make(
  type: FailureType,
  message: string,
  decision: string,
  details: Readonly<Record<string, unknown>>,
): ApplicationFailure {
  const text = /[.!?]$/.test(message) ? message : `${message}.`;
  return ApplicationFailure.create({
    type,
    message: text,
    nonRetryable: true,
    details: [{ decision, ...details }],
  });
}
