import type { Model } from '../2-model/types';
import type { Expression } from '../2-model/value-types';

export type ExpressionCounts = Readonly<Partial<Record<Expression['language'], number>>>;

/** How many expressions and inline scripts a model has, by language; texts that stand for themselves are none. */
export function countExpressions({ processes }: Model): ExpressionCounts {
  const counts: Partial<Record<Expression['language'], number>> = {};
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isExpression(value)) {
      if (value.language !== 'literal') counts[value.language] = (counts[value.language] ?? 0) + 1;
      return;
    }
    Object.values(value).forEach(visit);
  };
  visit(processes);
  return counts;
}

function isExpression(value: object): value is Expression {
  return 'language' in value && 'text' in value && value.language !== 'foreign';
}
