import { partFailed } from './failures';

/**
 * Checks inputs that a decision calculates with: where a value is missing or of another kind, TypeScript would calculate
 * nonsense (`'12' * 2`), and FEEL would give null.
 *
 * @throws ApplicationFailure `ExpressionFailed`, not retried, with decision and input.
 * @example
 * given('total', 'number', { price, quantity });
 */
export function given(
  decision: string,
  kind: 'number' | 'string' | 'boolean',
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === kind) continue;
    const problem = value === undefined ? 'it has no value' : `it is ${JSON.stringify(value)}, not a ${kind}`;
    throw partFailed(decision, `input '${name}'`, problem);
  }
}
