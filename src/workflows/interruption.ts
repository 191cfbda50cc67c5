import { CancellationScope, CancelledFailure } from '@temporalio/workflow';

/**
 * In a scope that was interrupted nothing begins any more. What was under way may still succeed, and its compensation
 * be registered right behind it; then the tokens of the scope are gone, and so are the errors they would have thrown.
 */
export function stopIfInterrupted(): void {
  if (CancellationScope.current().consideredCancelled) throw new CancelledFailure('Interrupted.');
}
