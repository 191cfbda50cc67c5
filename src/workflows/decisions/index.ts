/**
 * Decisions of DMN in TypeScript: what `baton compile` makes of a `.dmn` file, and what one may write by hand. A decision
 * is a plain function, deterministic, without any call of Temporal's: workflows call it in place, tests as they like.
 *
 * @example
 * import { atLeast, below, decide, rule } from 'batonflow/decision';
 *
 * export function discount({ amount }: { amount: number }): number | null {
 *   return decide({ decision: 'discount', hitPolicy: 'UNIQUE', inputs: { amount } }, [
 *     rule({ amount: below(100) }, 0),
 *     rule({ amount: atLeast(100) }, 0.1),
 *   ]);
 * }
 *
 * @module
 */
export {
  aggregate,
  decide,
  decideAll,
  type AggregatedTable,
  type DecisionTable,
  type MultipleHitTable,
  type SingleHitTable,
} from './decide';
export type { Aggregation, OutputOrder } from './hit-policies';
export { rule, type Computed, type Outputs, type Rule, type Tests } from './rules';
export { above, atLeast, atMost, below, between, either, is, not, oneOf, type Test } from './tests';
export { given } from './given';
