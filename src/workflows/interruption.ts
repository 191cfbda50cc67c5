import {
  ActivityFailure,
  CancellationScope,
  CancelledFailure,
  ChildWorkflowFailure,
  inWorkflowContext,
} from '@temporalio/workflow';

/**
 * In a scope that was interrupted nothing begins any more. What was under way may still succeed, and its compensation
 * be registered right behind it; then the tokens of the scope are gone, and so are the errors they would have thrown.
 * Outside of workflows, where decisions are called as well, nothing is interrupted.
 */
export function stopIfInterrupted(): void {
  if (inWorkflowContext() && isInterrupted()) throw new CancelledFailure('Interrupted.');
}

/** Cancellation takes a moment to reach inner scopes, so the outer ones are asked as well, up to one that is shielded. */
export function isInterrupted(innermost: CancellationScope = CancellationScope.current()): boolean {
  for (let scope: CancellationScope | undefined = innermost; scope?.cancellable; scope = scope.parent) {
    if (scope.consideredCancelled) return true;
  }
  return false;
}

/**
 * What a step throws. An activity or a called process that was told to end may fail instead of ending as cancelled; in a
 * scope that was interrupted nobody waits for it any more, so it is as good as cancelled.
 */
export function unlessInterrupted(error: unknown): unknown {
  const isWork = error instanceof ActivityFailure || error instanceof ChildWorkflowFailure;
  return isWork && isInterrupted() ? new CancelledFailure('Interrupted.', [], error) : error;
}
