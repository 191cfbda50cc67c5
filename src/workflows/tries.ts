import { expressionFailed, shown } from './expressions';

/**
 * How often a step is tried in all, where an expression says so: a whole number; there is a first time in any case.
 * Temporal calls: none.
 *
 * @param element - named by failures
 * @throws ApplicationFailure `ExpressionFailed`, not retried, for what is no number.
 * @example
 * await task('Charge card', activities.chargeCard, vars, { retry: { maximumAttempts: tries('Charge card', vars.tries) } });
 */
export function tries(element: string, count: unknown): number {
  if (typeof count === 'number' && Number.isInteger(count)) return Math.max(1, count);
  throw expressionFailed(
    element,
    'how often it is tried',
    `it gave ${shown(count)}, which is no whole number`,
  );
}
