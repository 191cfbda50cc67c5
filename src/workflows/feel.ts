/**
 * FEEL inside of workflows, for expressions that have no exact TypeScript. Only diagrams with such expressions import
 * this module, because it brings feelin with it.
 *
 * @module
 */
import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { expressionFailed, reasonOf, shown } from './expressions';

type Vars = Readonly<Record<string, unknown>>;

/** Names with blanks in backticks, as Camunda 8 has them; the compiler parses with the same. */
const DIALECT = 'camunda';

/**
 * The value of a FEEL expression, as plain JSON: dates, times and durations as ISO 8601 text. `now()` and `today()` are
 * the workflow's time, in UTC. Where FEEL gives null because something is wrong (a variable does not exist, types do not
 * fit), this fails; where null is what the expression says, it is null.
 *
 * Temporal calls: none.
 *
 * @throws ApplicationFailure `ExpressionFailed`, not retried, with element, expression and cause.
 * @example
 * vars.total = feel('Task_Total', 'sum(items.price)', vars);
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- FEEL has no types; who takes the value says what it must be
export function feel(element: string, expression: string, vars: Vars): any {
  const { value, warnings } = run(element, expression, vars);
  if (value === null && warnings.length > 0) throw expressionFailed(element, expression, warnings.join('; '));
  return plain(value, element, expression);
}

/**
 * Whether a FEEL condition holds. Temporal calls: none.
 *
 * @throws ApplicationFailure `ExpressionFailed` for everything that is neither true nor false.
 * @example
 * if (feelTest('Flow_Rich', 'balance > limit', vars)) …
 */
export function feelTest(element: string, expression: string, vars: Vars): boolean {
  const { value, warnings } = run(element, expression, vars, 'boolean');
  if (typeof value === 'boolean') return value;
  const given = `it gave ${shown(plain(value, element, expression))}, neither true nor false`;
  throw expressionFailed(element, expression, [given, ...warnings].join('; '), 'boolean');
}

function run(
  element: string,
  expression: string,
  vars: Vars,
  expected?: 'boolean',
): { value: unknown; warnings: string[] } {
  try {
    const { value, warnings } = evaluate(expression, mentioned(expression, vars), DIALECT);
    return { value: value ?? null, warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    throw expressionFailed(element, expression, reasonOf(error), expected);
  }
}

/** feelin looks through all that it is given: what the expression cannot mean would only take time. */
function mentioned(expression: string, vars: Vars): Vars {
  const names = Object.keys(vars).filter((name) => expression.includes(name) || /\s/.test(name));
  return Object.fromEntries(names.map((name) => [name, vars[name]]));
}

function plain(value: unknown, element: string, expression: string): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, element, expression));
  if (typeof value === 'object' && value !== null) {
    if ([FeelDate, FeelDateTime, FeelDuration, FeelTime].some((kind) => value instanceof kind))
      return String(value);
    if (Object.getPrototypeOf(value) !== Object.prototype) return unfit(element, expression);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, plain(inner, element, expression)]),
    );
  }
  return typeof value === 'function' ? unfit(element, expression) : value;
}

function unfit(element: string, expression: string): never {
  throw expressionFailed(element, expression, 'it gave a function or a range, which no variable can hold');
}
