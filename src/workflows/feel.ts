/**
 * FEEL inside of workflows, for expressions that have no exact TypeScript. Only diagrams with such expressions import
 * this module, because it brings feelin with it.
 *
 * @module
 */
import {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelTime,
  duration,
  parseDate,
  parseDateTime,
  parseTime,
} from 'feelin';
import { evaluateFeel, testFeel, type Evaluation } from '../shared/feel/evaluation';
import type { Test } from './decisions/tests';
import { expressionFailed, reasonOf, shown, type HoldsOptions } from './expressions';

type Vars = Readonly<Record<string, unknown>>;

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
  return plain(feelValue(element, expression, vars), element, expression);
}

/**
 * Whether a FEEL condition holds. Temporal calls: none.
 *
 * @throws ApplicationFailure `ExpressionFailed` for everything that is neither true nor false.
 * @example
 * if (feelTest('Flow_Rich', 'balance > limit', vars)) …
 */
export function feelTest(
  element: string,
  expression: string,
  vars: Vars,
  { missing }: HoldsOptions = {},
): boolean {
  const { value, problems, lacksVariable } = run(element, expression, vars, 'boolean');
  if (typeof value === 'boolean') return value;
  if (value === null && lacksVariable && missing !== undefined) return missing;
  const given = `it gave ${shown(plain(value, element, expression))}, neither true nor false`;
  throw expressionFailed(element, expression, [given, ...problems].join('; '), 'boolean');
}

/**
 * A test of a decision table that only FEEL can say, for `rule` of `batonflow/decision`. Temporal calls: none.
 *
 * @param vars - the variables that it names besides the value itself, which is `?`.
 * @throws Error, which `decide` makes an `ExpressionFailed` of, when variables do not exist or types do not fit. What is
 * missing (null) passes no test but those that ask for it.
 * @example
 * rule({ name: unaryTest('starts with(?, prefix)', { prefix }) }, 'known')
 */
export function unaryTest(expression: string, vars: Vars = {}): Test<unknown> {
  return (value) => {
    const { value: answer, problems, isIncomplete } = testFeel(expression, value, vars);
    const isWrong = isIncomplete ? answer !== true : answer === null && value !== null && problems.length > 0;
    if (isWrong) throw new Error(`${problems.join('; ')}. The test is: ${expression}`);
    return typeof answer === 'boolean' ? answer : null;
  };
}

const TEMPORAL = { date: parseDate, time: parseTime, 'date and time': parseDateTime, duration } as const;

/**
 * A date, time or duration as FEEL calculates with it, from the ISO 8601 text that variables hold. null stays null.
 *
 * @throws ApplicationFailure `ExpressionFailed`, not retried, when the text is none.
 * @example
 * feel('Age', 'years and months duration(birthday, today()).years', { birthday: temporal('Age', 'date', birthday) })
 */
export function temporal(element: string, kind: keyof typeof TEMPORAL, value: string | null): unknown {
  if (value === null || value === undefined) return value;
  // Camunda 7 writes offsets without a colon, which feelin would leave out.
  const parsed = TEMPORAL[kind](value.replace(/(T.*[+-]\d\d)(\d\d)$/, '$1:$2'));
  if (parsed === null) throw expressionFailed(element, kind, `${shown(value)} is no ${kind} in ISO 8601`);
  return parsed;
}

/**
 * Like {@link feel}, but the value is as FEEL has it (dates are no texts), for expressions that go on with it.
 *
 * @throws ApplicationFailure `ExpressionFailed`, as {@link feel}.
 * @example
 * const start = feelValue('Plan', 'date(year, 1, 1)', { year });
 * const end = feel('Plan', 'start + duration("P30D")', { start });
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as for `feel`
export function feelValue(element: string, expression: string, vars: Vars): any {
  const { value, problems } = run(element, expression, vars);
  if (value === null && problems.length > 0) throw expressionFailed(element, expression, problems.join('; '));
  return value;
}

/**
 * What {@link feelValue} gave, or something with such values in it, as plain JSON.
 *
 * @throws ApplicationFailure `ExpressionFailed`, not retried, when there is a function or a range in it.
 * @example
 * return fromFeel('Plan', { start, end });
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as for `feel`
export function fromFeel(element: string, value: unknown): any {
  return plain(value, element, 'the result');
}

function run(element: string, expression: string, vars: Vars, expected?: 'boolean'): Evaluation {
  try {
    const evaluation = evaluateFeel(expression, vars);
    const { value } = evaluation;
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`it gave ${value}`);
    return evaluation;
  } catch (error) {
    throw expressionFailed(element, expression, reasonOf(error), expected);
  }
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
