import { FailureType } from '../shared/errors';
import type { OpenVariables } from '../shared/process-contract';
import { shown } from './expressions';
import { failure } from './failures';

/** What is done next in an ad-hoc sub-process, as Camunda 8's workers say it in the result of a job. */
export interface AdHocDecision {
  /** Activities that begin, each with variables of its own. */
  readonly activateElements?: readonly { readonly elementId: string; readonly variables?: OpenVariables }[];
  /** It is done. */
  readonly isCompletionConditionFulfilled?: boolean;
  /** Then activities under way are cancelled; default: awaited. */
  readonly isCancelRemainingInstances?: boolean;
}

/**
 * Reads `{ adHocSubProcess: … }` in what a worker gives; everything beside it are variables.
 *
 * @throws ApplicationFailure `InvalidInput`, not retried, for a decision that cannot be followed.
 */
export function readDecision(
  answer: unknown,
  activities: readonly string[],
  element: string,
): { readonly decision: AdHocDecision; readonly variables: OpenVariables } {
  const { adHocSubProcess = {}, ...variables } = (answer ?? {}) as Record<string, unknown>;
  const decision = adHocSubProcess as AdHocDecision;
  const problem = problemOf(decision, activities);
  if (problem === undefined) return { decision, variables: variables as OpenVariables };
  const message = `What the worker of '${element}' decided cannot be followed: ${problem}.`;
  throw failure(FailureType.InvalidInput, message, { element });
}

function problemOf(decision: unknown, activities: readonly string[]): string | undefined {
  if (typeof decision !== 'object' || decision === null) return `adHocSubProcess is ${shown(decision)}`;
  const { activateElements = [], isCompletionConditionFulfilled } = decision as AdHocDecision;
  if (!Array.isArray(activateElements)) return `activateElements is ${shown(activateElements)}, not a list`;
  const unknown = (activateElements as readonly { readonly elementId?: unknown }[]).find(
    (one) => typeof one.elementId !== 'string' || !activities.includes(one.elementId),
  );
  if (unknown) return `${shown(unknown.elementId)} is none of its activities (${activities.join(', ')})`;
  return isCompletionConditionFulfilled === true && activateElements.length > 0
    ? 'it cannot be done and begin activities'
    : undefined;
}
